package dev.quittance.exchange;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.quittance.platform.Faults;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.jspecify.annotations.Nullable;

/** Reads rates of exchange from a CSV text with the columns date, currency and rate. */
final class ExchangeRateFile {
    private static final int MOST_ROWS = 5_000;
    private static final int MOST_FAULTS = 20;
    private static final List<String> COLUMNS = List.of("date", "currency", "rate");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,10}([.,]\\d{1,24})?");

    private final Faults faults;
    private final CurrencyUnit base;
    private final boolean turned;
    private final List<EnteredRate> rates = new ArrayList<>();
    private final Set<String> known = new HashSet<>();

    private ExchangeRateFile(CurrencyUnit base, boolean turned, Faults faults) {
        this.base = base;
        this.turned = turned;
        this.faults = faults;
    }

    /**
     * The rates in the order of the rows; what can't be accepted is noted with its line.
     *
     * @param turned whether a rate says how much of {@code currency} the own one costs
     */
    static List<EnteredRate> read(String csv, CurrencyUnit base, boolean turned, Faults faults) {
        var file = new ExchangeRateFile(base, turned, faults);
        file.read(csv.startsWith("\uFEFF") ? csv.substring(1) : csv);
        return List.copyOf(file.rates);
    }

    private void read(String csv) {
        try (var reader =
                CsvReader.builder().fieldSeparator(separator(csv)).ofNamedCsvRecord(csv)) {
            for (var row : reader) {
                if (!header(row) || faults.found().size() >= MOST_FAULTS) {
                    return;
                }
                if (rates.size() == MOST_ROWS) {
                    faults.add("csv", "must have at most 5,000 rows; import it in parts");
                    return;
                }
                take(row);
            }
            if (rates.isEmpty() && faults.isEmpty()) {
                faults.add(
                        "csv", "has no rows below the line with the columns date, currency, rate");
            }
        } catch (CsvParseException | java.io.IOException broken) {
            faults.add("csv", "is not a CSV file: check its quotes");
        }
    }

    private static char separator(String csv) {
        var first = csv.lines().findFirst().orElse("");
        return first.contains(";") ? ';' : first.contains("\t") ? '\t' : ',';
    }

    private boolean header(NamedCsvRecord row) {
        var names = row.getHeader().stream().map(name -> name.strip().toLowerCase(Locale.ROOT));
        var missing = new ArrayList<>(COLUMNS);
        missing.removeAll(names.toList());
        return faults.check(
                missing.isEmpty(),
                "csv",
                "must begin with a line that names the columns date, currency and rate; missing: "
                        + String.join(", ", missing));
    }

    private void take(NamedCsvRecord row) {
        var line = "line %d".formatted(row.getStartingLineNumber());
        var day = day(field(row, "date"));
        var currency = currency(field(row, "currency"));
        var rate = number(field(row, "rate"));
        faults.check(day != null, line, "needs a date like 2027-03-31");
        faults.check(currency != null, line, "needs a currency code like USD");
        faults.check(rate != null, line, "needs a rate like 1.0834, without a thousands separator");
        if (day == null || currency == null || rate == null || currency.equals(base)) {
            return;
        }
        var entered = new EnteredRate(currency, day, rate);
        var kept = turned ? entered.turned() : entered;
        kept.check(base, faults, line + ": ");
        if (faults.check(
                known.add(currency + " " + day), line, "repeats the day of a line above")) {
            rates.add(kept);
        }
    }

    private static String field(NamedCsvRecord row, String name) {
        for (var i = 0; i < row.getHeader().size() && i < row.getFieldCount(); i++) {
            if (row.getHeader().get(i).strip().equalsIgnoreCase(name)) {
                return row.getField(i).strip();
            }
        }
        return "";
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException unfit) {
            return null;
        }
    }

    private static @Nullable CurrencyUnit currency(String text) {
        try {
            return CurrencyUnit.of(text.toUpperCase(Locale.ROOT));
        } catch (IllegalCurrencyException unfit) {
            return null;
        }
    }

    private static @Nullable BigDecimal number(String text) {
        return NUMBER.matcher(text).matches() ? new BigDecimal(text.replace(',', '.')) : null;
    }
}
