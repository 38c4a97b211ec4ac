package dev.quittance.banking;

import dev.quittance.platform.Faults;
import dev.quittance.uploads.Excerpt;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import org.joda.money.CurrencyUnit;

/**
 * What the columns of a bank's CSV mean.
 *
 * @param account of the merchant, where no column names it
 * @param currency where no column names it
 */
record BankMapping(
        List<MappedBankColumn> columns,
        String account,
        CurrencyUnit currency,
        DayFormat dayFormat,
        DecimalMark decimalMark) {
    private static final int LONGEST_ACCOUNT = 40;

    BankMapping {
        columns = List.copyOf(columns);
    }

    /** What names and first rows suggest. */
    static BankMapping proposedFor(List<BankColumn> columns, String account, CurrencyUnit usual) {
        var taken = EnumSet.noneOf(BankField.class);
        var mapped =
                columns.stream()
                        .map(
                                column -> {
                                    var field = BankField.proposedFor(column.name());
                                    boolean twice = field.single() && !taken.add(field);
                                    return new MappedBankColumn(
                                            column.name(), twice ? BankField.IGNORE : field);
                                })
                        .toList();
        return new BankMapping(
                mapped,
                account,
                usual,
                DayFormat.proposedFor(samples(columns, mapped, BankField.BOOKED_ON)),
                DecimalMark.proposedFor(samples(columns, mapped, BankField.AMOUNT)));
    }

    private static List<String> samples(
            List<BankColumn> columns, List<MappedBankColumn> mapped, BankField field) {
        return columns.stream()
                .filter(column -> mapped.contains(new MappedBankColumn(column.name(), field)))
                .flatMap(column -> column.samples().stream())
                .filter(sample -> !sample.isBlank())
                .toList();
    }

    boolean has(BankField field) {
        return columns.stream().anyMatch(mapped -> mapped.field() == field);
    }

    /** The columns, by number, that hold {@code field}. */
    List<Integer> places(List<String> fileColumns, BankField field) {
        return columns.stream()
                .filter(mapped -> mapped.field() == field)
                .map(mapped -> fileColumns.indexOf(mapped.column()))
                .filter(place -> place >= 0)
                .toList();
    }

    /**
     * Itself.
     *
     * @throws dev.quittance.platform.Refused naming each part that can't be
     */
    BankMapping checked(List<String> fileColumns) {
        var faults = new Faults();
        var seen = new HashSet<String>();
        var holders = new EnumMap<BankField, String>(BankField.class);
        for (int i = 0; i < columns.size(); i++) {
            var mapped = columns.get(i);
            var path = "mapping.columns[%d]".formatted(i);
            faults.check(
                    fileColumns.contains(mapped.column()),
                    path + ".column",
                    "The file has no column %s".formatted(Excerpt.of(mapped.column())));
            faults.check(seen.add(mapped.column()), path + ".column", "The column is mapped twice");
            faults.check(
                    !mapped.field().single()
                            || holders.putIfAbsent(mapped.field(), mapped.column()) == null,
                    path + ".field",
                    "%s is held by another column already".formatted(mapped.field()));
        }
        faults.check(
                has(BankField.BOOKED_ON) || has(BankField.VALUE_ON),
                "mapping.columns",
                "No column holds the day. Map BOOKED_ON or VALUE_ON");
        faults.check(
                has(BankField.AMOUNT) || has(BankField.CREDIT),
                "mapping.columns",
                "No column holds the amount. Map AMOUNT, or CREDIT and DEBIT");
        faults.check(
                !(has(BankField.AMOUNT) && (has(BankField.CREDIT) || has(BankField.DEBIT))),
                "mapping.columns",
                "Map either AMOUNT or CREDIT and DEBIT");
        faults.check(
                account.length() <= LONGEST_ACCOUNT
                        && (has(BankField.OWN_ACCOUNT) || !BankText.account(account).isEmpty()),
                "mapping.account",
                "must be one of your accounts, as in the organisation's bank details");
        faults.orThrow();
        return this;
    }
}
