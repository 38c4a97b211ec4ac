package dev.quittance.books;

import dev.quittance.ledger.Account;
import dev.quittance.ledger.Booking;
import dev.quittance.ledger.SourceKind;
import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One row of the ledger.
 *
 * @param customer whose books it is in
 * @param document what explains it, where a person would look
 * @param servedFrom the first of the days that were billed or given back
 * @param servedThrough the last of them
 * @param balance of the account after it, as a debit balance; null where other rows are left out
 */
record LedgerTransfer(
        UUID id,
        LocalDate bookedOn,
        Booking booking,
        Account debit,
        Account credit,
        Money amount,
        UUID customer,
        SourceKind sourceKind,
        @Nullable TransferDocument document,
        @Nullable LocalDate servedFrom,
        @Nullable LocalDate servedThrough,
        @Nullable Money balance) {

    /**
     * The document behind a transfer; of an allocation and a write-off the invoice, of a refund the
     * payment.
     */
    record TransferDocument(Kind kind, UUID id, @Nullable String number) {

        /** The kinds that have a page. */
        enum Kind {
            INVOICE,
            CREDIT_NOTE,
            PAYMENT,
            PAYOUT,
            DISPUTE
        }
    }

    LedgerTransfer withBalance(Money balance) {
        return new LedgerTransfer(
                id,
                bookedOn,
                booking,
                debit,
                credit,
                amount,
                customer,
                sourceKind,
                document,
                servedFrom,
                servedThrough,
                balance);
    }

    /** By how much it raises the debit balance of {@code account}. */
    Money on(Account account) {
        return debit == account ? amount : amount.negated();
    }
}
