package dev.quittance.banking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A statement as a file tells it: what is good of it, and what is not.
 *
 * @param account of the merchant, without spaces
 * @param pending how many entries the bank has not booked yet; they are not taken
 */
record ReadStatement(
        int line,
        String account,
        CurrencyUnit currency,
        String reference,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Money opening,
        @Nullable Money closing,
        List<ReadEntry> entries,
        int pending,
        List<FileFault> faults) {

    ReadStatement {
        entries = List.copyOf(entries);
        faults = List.copyOf(faults);
    }

    /** Without entries and balances in another currency than the account's: each is a fault. */
    ReadStatement inOneCurrency() {
        var found = new ArrayList<>(faults);
        var kept = new ArrayList<ReadEntry>();
        for (var entry : entries) {
            if (entry.amount().getCurrencyUnit().equals(currency)) {
                kept.add(entry);
            } else {
                found.add(
                        new FileFault(
                                entry.line(),
                                "Amt",
                                "The entry is about %s, but the account is kept in %s."
                                        .formatted(entry.amount(), currency)));
            }
        }
        return new ReadStatement(
                line,
                account,
                currency,
                reference,
                from,
                to,
                ours(opening, found),
                ours(closing, found),
                kept,
                pending,
                found);
    }

    private @Nullable Money ours(@Nullable Money balance, List<FileFault> found) {
        if (balance == null || balance.getCurrencyUnit().equals(currency)) {
            return balance;
        }
        found.add(
                new FileFault(
                        line,
                        "Bal",
                        "The balance is %s, but the account is kept in %s."
                                .formatted(balance, currency)));
        return null;
    }

    /** With a fault more if the balances don't agree with the entries. */
    ReadStatement balanced() {
        if (opening == null || closing == null || !faults.isEmpty()) {
            return this;
        }
        var sum = opening;
        for (var entry : entries) {
            sum = sum.plus(entry.signed());
        }
        if (sum.isEqual(closing)) {
            return this;
        }
        var found = new ArrayList<>(faults);
        found.add(
                new FileFault(
                        line,
                        "Bal",
                        "The opening balance %s and the entries make %s, but the closing balance says %s: %s is missing or too much."
                                .formatted(opening, sum, closing, closing.minus(sum))));
        return new ReadStatement(
                line, account, currency, reference, from, to, opening, closing, entries, pending,
                found);
    }
}
