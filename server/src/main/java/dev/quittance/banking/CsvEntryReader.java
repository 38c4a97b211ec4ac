package dev.quittance.banking;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import dev.quittance.platform.Amounts;
import dev.quittance.uploads.CsvFile.Row;
import dev.quittance.uploads.Excerpt;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Reads one row of a bank's CSV. */
final class CsvEntryReader {
    private static final int LONGEST_REFERENCE = 140;
    private final List<String> columns;
    private final BankMapping mapping;

    CsvEntryReader(List<String> columns, BankMapping mapping) {
        this.columns = columns;
        this.mapping = mapping;
    }

    /** Whose statement the row belongs to. */
    @Nullable String account(Row row, List<FileFault> faults) {
        var given = cell(row, BankField.OWN_ACCOUNT);
        var account = BankText.account(given.isEmpty() ? mapping.account() : given);
        if (account.isEmpty()) {
            faults.add(fault(row, BankField.OWN_ACCOUNT, "The account is missing."));
            return null;
        }
        return account;
    }

    /** The entry; null with faults noted if it can't be one. */
    @Nullable ReadEntry read(Row row, List<FileFault> faults) {
        if (row.cells().size() != columns.size()) {
            faults.add(
                    new FileFault(
                            row.line(),
                            null,
                            "The row has %d cells, but there are %d columns."
                                    .formatted(row.cells().size(), columns.size())));
            return null;
        }
        var found = new ArrayList<FileFault>();
        var booked = day(row, BankField.BOOKED_ON, found);
        var value = day(row, BankField.VALUE_ON, found);
        var signed = signed(row, found);
        if (booked == null && value == null && found.isEmpty()) {
            found.add(fault(row, BankField.BOOKED_ON, "The day is missing."));
        }
        faults.addAll(found);
        return found.isEmpty() && signed != null
                ? entry(
                        row,
                        requireNonNull(booked == null ? value : booked),
                        requireNonNull(value == null ? booked : value),
                        signed)
                : null;
    }

    private ReadEntry entry(Row row, LocalDate booked, LocalDate value, Money signed) {
        var account = BankText.account(cell(row, BankField.ACCOUNT));
        return new ReadEntry(
                row.line(),
                booked,
                value,
                signed.abs(),
                signed.isPositive() ? Direction.CREDIT : Direction.DEBIT,
                false,
                new Party(text(row, BankField.NAME), account.isEmpty() ? null : account),
                requireNonNullElse(BankText.line(cell(row, BankField.TEXT), BankText.LONGEST), ""),
                text(row, BankField.REFERENCE),
                text(row, BankField.END_TO_END_ID),
                text(row, BankField.BANK_REFERENCE),
                1,
                null);
    }

    private @Nullable LocalDate day(Row row, BankField field, List<FileFault> faults) {
        var text = cell(row, field);
        if (text.isEmpty()) {
            return null;
        }
        var day = mapping.dayFormat().day(text);
        if (day == null) {
            faults.add(
                    fault(
                            row,
                            field,
                            "%s is no day written %s."
                                    .formatted(Excerpt.of(text), mapping.dayFormat().pattern())));
        }
        return day;
    }

    private @Nullable Money signed(Row row, List<FileFault> faults) {
        var currency = currency(row, faults);
        if (mapping.has(BankField.AMOUNT)) {
            return currency == null ? null : amount(row, BankField.AMOUNT, currency, faults);
        }
        boolean in = !cell(row, BankField.CREDIT).isEmpty();
        boolean out = !cell(row, BankField.DEBIT).isEmpty();
        if (in == out) {
            faults.add(
                    fault(
                            row,
                            BankField.CREDIT,
                            in
                                    ? "Both credit and debit are filled."
                                    : "Neither credit nor debit is filled."));
            return null;
        }
        if (currency == null) {
            return null;
        }
        var money = amount(row, in ? BankField.CREDIT : BankField.DEBIT, currency, faults);
        return money == null || in ? money : money.abs().negated();
    }

    private @Nullable CurrencyUnit currency(Row row, List<FileFault> faults) {
        var code = cell(row, BankField.CURRENCY);
        var currency = code.isEmpty() ? mapping.currency() : CamtValues.currency(code);
        if (currency == null) {
            faults.add(
                    fault(
                            row,
                            BankField.CURRENCY,
                            "%s is no currency.".formatted(Excerpt.of(code))));
        }
        return currency;
    }

    private @Nullable Money amount(
            Row row, BankField field, CurrencyUnit currency, List<FileFault> faults) {
        var text = cell(row, field);
        BigDecimal number = mapping.decimalMark().number(text);
        int digits = currency.getDecimalPlaces();
        if (number == null || number.signum() == 0) {
            faults.add(
                    fault(
                            row,
                            field,
                            "%s is no amount with a decimal %s that is not zero."
                                    .formatted(
                                            Excerpt.of(text),
                                            mapping.decimalMark() == DecimalMark.COMMA
                                                    ? "comma"
                                                    : "point")));
            return null;
        }
        if (number.stripTrailingZeros().scale() > digits) {
            faults.add(
                    fault(
                            row,
                            field,
                            "%s has more than the %d decimals of %s."
                                    .formatted(Excerpt.of(text), digits, currency)));
            return null;
        }
        var money = Money.of(currency, number.setScale(digits));
        if (!Amounts.inBounds(money)) {
            faults.add(
                    fault(
                            row,
                            field,
                            "%s is larger than any amount we can keep."
                                    .formatted(Excerpt.of(text))));
            return null;
        }
        return money;
    }

    private FileFault fault(Row row, BankField field, String reason) {
        var places = mapping.places(columns, field);
        return new FileFault(
                row.line(), places.isEmpty() ? null : columns.get(places.getFirst()), reason);
    }

    private @Nullable String text(Row row, BankField field) {
        return BankText.line(cell(row, field), LONGEST_REFERENCE);
    }

    private String cell(Row row, BankField field) {
        return mapping.places(columns, field).stream()
                .filter(place -> place < row.cells().size())
                .map(place -> row.cells().get(place).strip())
                .filter(cell -> !cell.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
