package dev.quittance.organization;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tax rate in one region for some time.
 *
 * @param name as printed: {@code VAT}, {@code Sales tax}
 * @param region state, province or county; null for the whole country
 * @param percent up to six decimals
 * @param validUntil the first day on which it is no longer in force
 */
public record TaxRate(
        UUID id,
        UUID category,
        String name,
        String country,
        @Nullable String region,
        BigDecimal percent,
        TaxTreatment treatment,
        LocalDate validFrom,
        @Nullable LocalDate validUntil) {

    /** Whether the rate is in force on {@code day}. */
    public boolean inForce(LocalDate day) {
        return !day.isBefore(validFrom) && (validUntil == null || day.isBefore(validUntil));
    }

    /** Whether the rate holds in that region of its country. */
    boolean covers(@Nullable String place) {
        return region == null || region.equalsIgnoreCase(place == null ? "" : place.strip());
    }
}
