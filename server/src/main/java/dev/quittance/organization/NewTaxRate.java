package dev.quittance.organization;

import dev.quittance.platform.Faults;
import dev.quittance.platform.Ids;
import dev.quittance.platform.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A tax rate to be added.
 *
 * @param stacked false when null
 * @param validUntil until further notice when null
 */
public record NewTaxRate(
        UUID taxCategoryId,
        String name,
        String country,
        @Nullable String region,
        @Nullable String postalPrefix,
        BigDecimal percent,
        TaxTreatment treatment,
        @Nullable Boolean stacked,
        LocalDate validFrom,
        @Nullable LocalDate validUntil) {
    private static final int LONGEST_NAME = 50;
    private static final int LONGEST_REGION = 100;
    private static final Pattern PREFIX = Pattern.compile("[A-Z0-9]{1,10}");

    /** A rate of a whole country or region, in force until further notice. */
    public static NewTaxRate of(
            TaxCategory category,
            String name,
            TaxPlace place,
            BigDecimal percent,
            LocalDate validFrom) {
        return new NewTaxRate(
                category.id(),
                name,
                place.country(),
                place.region(),
                null,
                percent,
                category.treatment(),
                null,
                validFrom,
                null);
    }

    /** The rate; what can't be accepted is noted. */
    TaxRate checked(Faults faults) {
        TaxPercent.check(percent, treatment, faults);
        faults.check(
                validUntil == null || validUntil.isAfter(validFrom),
                "validUntil",
                "must be after the first day");
        return new TaxRate(
                Ids.next(),
                taxCategoryId,
                Texts.name(faults, "name", name, LONGEST_NAME),
                country,
                Texts.optional(faults, "region", region, LONGEST_REGION),
                prefix(faults),
                percent,
                treatment,
                Boolean.TRUE.equals(stacked),
                validFrom,
                validUntil);
    }

    private @Nullable String prefix(Faults faults) {
        var text = postalPrefix == null ? "" : TaxPlace.compact(postalPrefix.strip());
        faults.check(
                text.isEmpty() || PREFIX.matcher(text).matches(),
                "postalPrefix",
                "must be the beginning of postal codes, at most 10 letters and digits like 981");
        return text.isEmpty() ? null : text;
    }
}
