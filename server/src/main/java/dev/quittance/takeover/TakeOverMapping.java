package dev.quittance.takeover;

import static dev.quittance.takeover.TakeOverField.*;

import dev.quittance.platform.Faults;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a file mean.
 *
 * @param asOf the last day of the former system; null until somebody says so
 * @param currency of all rows, where no column holds it
 */
record TakeOverMapping(
        List<TakeOverColumn> columns, @Nullable LocalDate asOf, @Nullable CurrencyUnit currency) {

    TakeOverMapping {
        columns = List.copyOf(columns);
    }

    /** What the names suggest; of two columns that mean the same, the first. */
    static TakeOverMapping proposedFor(TakeOverKind kind, List<String> names) {
        var seen = EnumSet.noneOf(TakeOverField.class);
        return new TakeOverMapping(
                names.stream()
                        .map(
                                name -> {
                                    var field = TakeOverField.proposedFor(kind, name);
                                    return new TakeOverColumn(
                                            name, seen.add(field) ? field : IGNORE);
                                })
                        .toList(),
                null,
                null);
    }

    boolean has(TakeOverField field) {
        return columns.stream().anyMatch(one -> one.field() == field);
    }

    /**
     * The mapping as it will be kept, every column of the file named once.
     *
     * @throws dev.quittance.platform.Refused naming each part that can't be
     */
    TakeOverMapping checked(
            TakeOverKind kind,
            List<String> names,
            LocalDate today,
            @Nullable LocalDate closedThrough) {
        var faults = new Faults();
        checkColumns(kind, names, faults);
        for (var field : needed(kind)) {
            faults.check(
                    has(field),
                    "mapping.columns",
                    "No column holds the %s. Map one".formatted(words(field)));
        }
        if (kind == TakeOverKind.NEXT_BILLING_DATES) {
            faults.check(
                    has(SUBSCRIPTION) || has(CUSTOMER),
                    "mapping.columns",
                    "No column holds the subscription or the customer. Map one of them");
        } else {
            faults.check(
                    has(CURRENCY) || currency != null,
                    "mapping.currency",
                    "No column holds the currency. Map one, or choose the currency of all rows");
            checkDay(today, closedThrough, faults);
        }
        faults.orThrow();
        return new TakeOverMapping(
                names.stream().map(name -> new TakeOverColumn(name, fieldOf(name))).toList(),
                asOf,
                currency);
    }

    private void checkDay(LocalDate today, @Nullable LocalDate closedThrough, Faults faults) {
        var path = "mapping.asOf";
        if (asOf == null) {
            faults.add(path, "must be the last day of the former system");
            return;
        }
        faults.check(
                CellReader.EARLIEST.compareTo(asOf) <= 0 && !asOf.isAfter(today),
                path,
                "must be between %s and today".formatted(CellReader.EARLIEST));
        faults.check(
                closedThrough == null || asOf.isAfter(closedThrough),
                path,
                "The books are closed through %s. Choose a later day, or open the month again"
                        .formatted(closedThrough));
    }

    private void checkColumns(TakeOverKind kind, List<String> names, Faults faults) {
        var columnsSeen = new HashSet<String>();
        var fieldsSeen = EnumSet.noneOf(TakeOverField.class);
        for (var i = 0; i < columns.size(); i++) {
            var one = columns.get(i);
            var path = "mapping.columns[%d]".formatted(i);
            faults.check(
                    names.contains(one.column()), path + ".column", "is no column of the file");
            faults.check(columnsSeen.add(one.column()), path + ".column", "is mapped twice");
            faults.check(
                    one.field().of(kind), path + ".field", "means nothing in a file of this kind");
            faults.check(
                    one.field() == IGNORE || fieldsSeen.add(one.field()),
                    path + ".field",
                    "is held by another column already");
        }
    }

    private static List<TakeOverField> needed(TakeOverKind kind) {
        return switch (kind) {
            case OPEN_INVOICES -> List.of(CUSTOMER, NUMBER, ISSUED_ON, DUE_ON, TOTAL, OPEN);
            case OPENING_BALANCES -> List.of(CUSTOMER, AMOUNT);
            case NEXT_BILLING_DATES -> List.of(NEXT_BILLING_ON);
        };
    }

    TakeOverField fieldOf(String name) {
        return columns.stream()
                .filter(one -> one.column().equals(name))
                .map(TakeOverColumn::field)
                .findFirst()
                .orElse(IGNORE);
    }

    static String words(TakeOverField field) {
        return field.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
