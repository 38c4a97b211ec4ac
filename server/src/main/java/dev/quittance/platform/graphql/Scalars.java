package dev.quittance.platform.graphql;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;

/** The scalars of the schema, each with its bounds. */
final class Scalars {
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,12})?");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    static final List<TextScalar<?>> ALL =
            List.of(
                    new TextScalar<>(
                            "Decimal",
                            "a decimal number in a string, like \"12.50\", with at most 18 digits"
                                    + " before and 12 after the point",
                            text -> new BigDecimal(fitting(text, DECIMAL.asMatchPredicate())),
                            Scalars::decimal),
                    new TextScalar<>(
                            "Date",
                            "a day like \"2027-02-28\" between the years 1900 and 2200",
                            Scalars::day,
                            Object::toString),
                    new TextScalar<>(
                            "DateTime",
                            "an instant with offset like \"2027-02-28T12:30:00Z\" between the years"
                                    + " 1900 and 2200",
                            Scalars::instant,
                            Object::toString),
                    new TextScalar<>(
                            "CurrencyCode",
                            "a currency code of ISO 4217 like \"USD\"",
                            CurrencyUnit::of,
                            Object::toString),
                    new TextScalar<>(
                            "CountryCode",
                            "a country code of ISO 3166-1 like \"DE\"",
                            text -> fitting(text, COUNTRIES::contains),
                            Object::toString));

    private Scalars() {}

    private static String decimal(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    private static LocalDate day(String text) {
        return bounded(LocalDate.parse(fitting(text, DAY.asMatchPredicate())));
    }

    private static Instant instant(String text) {
        var at = OffsetDateTime.parse(text);
        bounded(at.toLocalDate());
        return at.toInstant();
    }

    private static LocalDate bounded(LocalDate day) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException();
        }
        return day;
    }

    private static String fitting(String text, Predicate<String> rule) {
        if (!rule.test(text)) {
            throw new IllegalArgumentException();
        }
        return text;
    }
}
