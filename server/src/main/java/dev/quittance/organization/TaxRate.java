package dev.quittance.organization;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tax rate in one region for some time.
 *
 * @param name as printed: {@code VAT}, {@code Sales tax}
 * @param region state, province or county; null for the whole country
 * @param postalPrefix how the postal codes begin where it holds; null for all
 * @param percent up to six decimals
 * @param stacked whether it is charged beside others of its name instead of those of wider places
 * @param validUntil the first day on which it is no longer in force
 */
public record TaxRate(
        UUID id,
        UUID category,
        String name,
        String country,
        @Nullable String region,
        @Nullable String postalPrefix,
        BigDecimal percent,
        TaxTreatment treatment,
        boolean stacked,
        LocalDate validFrom,
        @Nullable LocalDate validUntil) {

    /** Whether the rate is in force on {@code day}. */
    public boolean inForce(LocalDate day) {
        return !day.isBefore(validFrom) && (validUntil == null || day.isBefore(validUntil));
    }

    /** The code of EN 16931 for electronic invoices. */
    public String code() {
        return treatment.code();
    }

    /** Whether the rate holds there, in its country. */
    boolean covers(TaxPlace place) {
        var itsRegion = place.region() == null ? "" : place.region().strip();
        return (region == null || region.equalsIgnoreCase(itsRegion))
                && (postalPrefix == null || place.codeBegins(postalPrefix));
    }

    /** The narrower the place, the higher; of one name the highest goes before the others. */
    int narrowness() {
        return (region == null ? 0 : 1) + (postalPrefix == null ? 0 : 1 + postalPrefix.length());
    }

    /** Whether the two are ever in force on one day. */
    boolean meets(TaxRate other) {
        return (other.validUntil == null || validFrom.isBefore(other.validUntil))
                && (validUntil == null || other.validFrom.isBefore(validUntil));
    }

    /** Whether both tax the same goods, are called the same and hold in the same place. */
    boolean standsFor(TaxRate other) {
        return called(other)
                && text(region).equals(text(other.region))
                && text(postalPrefix).equals(text(other.postalPrefix));
    }

    /** Whether both tax the same goods in one country and are called the same. */
    boolean called(TaxRate other) {
        return category.equals(other.category)
                && country.equals(other.country)
                && text(name).equals(text(other.name));
    }

    /** The same rate for other days. */
    TaxRate during(LocalDate from, @Nullable LocalDate until) {
        return new TaxRate(
                id,
                category,
                name,
                country,
                region,
                postalPrefix,
                percent,
                treatment,
                stacked,
                from,
                until);
    }

    /** {@code VAT 19 % in Germany}. */
    String described() {
        var where = Locale.of("", country).getDisplayCountry(Locale.ENGLISH);
        var narrower = region == null ? "" : region + ", ";
        var codes = postalPrefix == null ? "" : " (postal codes %s…)".formatted(postalPrefix);
        return "%s %s %% in %s%s%s"
                .formatted(
                        name,
                        percent.signum() == 0 ? "0" : percent.stripTrailingZeros().toPlainString(),
                        narrower,
                        where,
                        codes);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
