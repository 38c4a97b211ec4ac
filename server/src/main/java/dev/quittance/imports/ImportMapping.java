package dev.quittance.imports;

import dev.quittance.catalog.Interval;
import dev.quittance.catalog.IntervalUnit;
import dev.quittance.platform.Faults;
import dev.quittance.platform.Texts;
import dev.quittance.uploads.Excerpt;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.joda.money.CurrencyUnit;

/**
 * What the columns of a file mean.
 *
 * @param planName the plan everybody gets; made when it does not exist
 * @param interval of that plan
 */
record ImportMapping(
        List<MappedColumn> columns, CurrencyUnit currency, String planName, Interval interval) {
    private static final int LONGEST_PLAN = 100;
    private static final Set<String> TELCO = Set.of("customerid", "monthlycharges", "totalcharges");

    ImportMapping {
        columns = List.copyOf(columns);
    }

    /** What the names suggest. The well-known telco layout states its charges in US dollars. */
    static ImportMapping proposedFor(List<String> columns, CurrencyUnit usual) {
        var taken = EnumSet.noneOf(ImportField.class);
        var mapped =
                columns.stream()
                        .map(
                                column -> {
                                    var field = ImportField.proposedFor(column);
                                    boolean twice = field.single() && !taken.add(field);
                                    return new MappedColumn(
                                            column, twice ? ImportField.IGNORE : field);
                                })
                        .toList();
        var names = new HashSet<String>();
        columns.forEach(column -> names.add(ImportField.plain(column)));
        return new ImportMapping(
                mapped,
                names.containsAll(TELCO) ? CurrencyUnit.USD : usual,
                "Imported plan",
                new Interval(1, IntervalUnit.MONTH));
    }

    ImportField fieldOf(String column) {
        return columns.stream()
                .filter(mapped -> mapped.column().equals(column))
                .findFirst()
                .map(MappedColumn::field)
                .orElse(ImportField.IGNORE);
    }

    boolean has(ImportField field) {
        return columns.stream().anyMatch(mapped -> mapped.field() == field);
    }

    /**
     * The mapping as it will be kept, every column of the file named once.
     *
     * @throws dev.quittance.platform.Refused naming each part that can't be
     */
    ImportMapping checked(List<String> fileColumns) {
        var faults = new Faults();
        checkColumns(fileColumns, faults);
        faults.check(
                has(ImportField.EXTERNAL_ID) || has(ImportField.NAME),
                "mapping.columns",
                "No column holds the external id or the name. Map one of them");
        boolean address =
                has(ImportField.ADDRESS_LINE1)
                        || has(ImportField.CITY)
                        || has(ImportField.POSTAL_CODE);
        faults.check(
                !address
                        || has(ImportField.ADDRESS_LINE1)
                                && has(ImportField.CITY)
                                && has(ImportField.COUNTRY),
                "mapping.columns",
                "An address needs columns for its first line, its city and its country. Map them all or none");
        var plan = Texts.name(faults, "mapping.planName", planName, LONGEST_PLAN);
        faults.check(
                interval.count() >= 1 && interval.count() <= 120,
                "mapping.interval.count",
                "must be between 1 and 120");
        faults.orThrow();
        var whole =
                fileColumns.stream().map(name -> new MappedColumn(name, fieldOf(name))).toList();
        return new ImportMapping(whole, currency, plan, interval);
    }

    private void checkColumns(List<String> fileColumns, Faults faults) {
        var seen = new HashSet<String>();
        var holders = new EnumMap<ImportField, String>(ImportField.class);
        for (int i = 0; i < columns.size(); i++) {
            var mapped = columns.get(i);
            var path = "mapping.columns[%d]".formatted(i);
            faults.check(
                    fileColumns.contains(mapped.column()),
                    path + ".column",
                    "The file has no column %s".formatted(Excerpt.of(mapped.column())));
            faults.check(seen.add(mapped.column()), path + ".column", "The column is mapped twice");
            if (mapped.field().single()) {
                var other = holders.putIfAbsent(mapped.field(), mapped.column());
                faults.check(
                        other == null,
                        path + ".field",
                        "%s is held by column %s already"
                                .formatted(mapped.field(), Excerpt.of(other == null ? "" : other)));
            }
        }
    }
}
