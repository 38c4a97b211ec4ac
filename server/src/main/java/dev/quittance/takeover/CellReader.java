package dev.quittance.takeover;

import dev.quittance.imports.ImportFault;
import dev.quittance.platform.Amounts;
import dev.quittance.platform.Faults;
import dev.quittance.platform.Texts;
import dev.quittance.uploads.CsvFile.Row;
import dev.quittance.uploads.Excerpt;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The cells of one row by what they hold, and what is wrong with them. */
final class CellReader {
    static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    static final LocalDate LATEST = LocalDate.of(2200, 12, 31);
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern DOTTED = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})");
    private static final Pattern POINT = Pattern.compile("[+-]?\\d{1,25}(\\.\\d{1,25})?");
    private static final Pattern COMMA = Pattern.compile("[+-]?\\d{1,25},\\d{1,25}");

    private final Row row;
    private final List<String> columns;
    private final TakeOverMapping mapping;
    private final boolean decimalComma;
    private final Map<TakeOverField, Integer> places = new EnumMap<>(TakeOverField.class);
    private final Faults faults = new Faults();

    CellReader(Row row, List<String> columns, TakeOverMapping mapping, boolean decimalComma) {
        this.row = row;
        this.columns = columns;
        this.mapping = mapping;
        this.decimalComma = decimalComma;
        for (var i = 0; i < columns.size(); i++) {
            places.put(mapping.fieldOf(columns.get(i)), i);
        }
        if (row.cells().size() != columns.size()) {
            faults.add(
                    "",
                    "the row has %d cells, the header %d. A cell that contains the delimiter or a line break must stand in quotes"
                            .formatted(row.cells().size(), columns.size()));
        }
    }

    /** The text of a cell; null when it is blank or no column holds the field. */
    @Nullable String text(TakeOverField field) {
        var place = places.get(field);
        if (place == null || place >= row.cells().size()) {
            return null;
        }
        var text = row.cells().get(place).strip();
        return text.isEmpty() ? null : text;
    }

    /** The same, bounded and printable. */
    @Nullable String text(TakeOverField field, int most) {
        var text = text(field);
        if (text != null && (text.length() > most || Texts.hidden(text, false))) {
            fault(field, "must have at most %d printable characters".formatted(most));
            return null;
        }
        return text;
    }

    String needed(TakeOverField field, int most) {
        var text = text(field, most);
        if (text == null && sound(field)) {
            fault(field, "must not be empty");
        }
        return text == null ? "" : text;
    }

    @Nullable LocalDate day(TakeOverField field) {
        var text = text(field);
        if (text == null) {
            return null;
        }
        var day = parsed(text);
        if (day == null) {
            fault(
                    field,
                    "%s is no date. Write 2026-11-30 or 30.11.2026".formatted(Excerpt.of(text)));
            return null;
        }
        if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
            fault(field, "must lie between %s and %s".formatted(EARLIEST, LATEST));
            return null;
        }
        return day;
    }

    LocalDate neededDay(TakeOverField field) {
        var day = day(field);
        if (day == null && sound(field)) {
            fault(field, "must not be empty");
        }
        return day == null ? EARLIEST : day;
    }

    private static @Nullable LocalDate parsed(String text) {
        var iso = ISO.matcher(text);
        var dotted = DOTTED.matcher(text);
        try {
            return iso.matches()
                    ? LocalDate.of(number(iso.group(1)), number(iso.group(2)), number(iso.group(3)))
                    : dotted.matches()
                            ? LocalDate.of(
                                    number(dotted.group(3)),
                                    number(dotted.group(2)),
                                    number(dotted.group(1)))
                            : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    /** The currency of the row. */
    @Nullable CurrencyUnit currency() {
        var text = text(TakeOverField.CURRENCY);
        if (text == null) {
            if (mapping.currency() == null) {
                fault(TakeOverField.CURRENCY, "must not be empty");
            }
            return mapping.currency();
        }
        try {
            return CurrencyUnit.of(text);
        } catch (IllegalCurrencyException e) {
            fault(
                    TakeOverField.CURRENCY,
                    "%s is no currency. Write its three letters, as in EUR"
                            .formatted(Excerpt.of(text)));
            return null;
        }
    }

    /** A number with a decimal point, or a comma where that does not separate cells. */
    @Nullable BigDecimal decimal(TakeOverField field) {
        var text = text(field);
        if (text == null) {
            return null;
        }
        var plain = decimalComma && COMMA.matcher(text).matches() ? text.replace(',', '.') : text;
        if (!POINT.matcher(plain).matches()) {
            fault(
                    field,
                    "%s is not an amount. Write digits with a decimal point, 1234.50, without symbols and thousands separators"
                            .formatted(Excerpt.of(text)));
            return null;
        }
        return new BigDecimal(plain);
    }

    @Nullable Money money(TakeOverField field, @Nullable CurrencyUnit currency) {
        var amount = decimal(field);
        if (amount == null || currency == null) {
            return null;
        }
        var digits = currency.getDecimalPlaces();
        if (amount.stripTrailingZeros().scale() > digits) {
            fault(
                    field,
                    "%s has %d decimals at most, this is %s"
                            .formatted(currency, digits, amount.toPlainString()));
            return null;
        }
        var most = BigDecimal.valueOf(Amounts.MAX_MINOR, digits);
        if (amount.abs().compareTo(most) > 0) {
            fault(field, "must be at most %s".formatted(most.toPlainString()));
            return null;
        }
        return Money.of(currency, amount, RoundingMode.UNNECESSARY);
    }

    @Nullable Money neededMoney(TakeOverField field, @Nullable CurrencyUnit currency) {
        var money = money(field, currency);
        if (money == null && text(field) == null) {
            fault(field, "must not be empty");
        }
        return money;
    }

    void fault(TakeOverField field, String reason) {
        var place = places.get(field);
        faults.add(place == null ? field.name() : columns.get(place), reason);
    }

    void check(boolean right, TakeOverField field, String reason) {
        if (!right) {
            fault(field, reason);
        }
    }

    private boolean sound(TakeOverField field) {
        var place = places.get(field);
        var name = place == null ? field.name() : columns.get(place);
        return faults.found().stream().noneMatch(one -> one.path().equals(name));
    }

    int line() {
        return row.line();
    }

    /** All that is wrong with the row, in order. */
    List<ImportFault> faults() {
        var found = faults.found();
        return IntStream.range(0, found.size())
                .mapToObj(
                        i ->
                                new ImportFault(
                                        row.line(),
                                        i + 1,
                                        found.get(i).path().isEmpty() ? null : found.get(i).path(),
                                        found.get(i).message()))
                .toList();
    }
}
