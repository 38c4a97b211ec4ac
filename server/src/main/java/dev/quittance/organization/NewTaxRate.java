package dev.quittance.organization;

import dev.quittance.platform.Faults;
import dev.quittance.platform.Ids;
import dev.quittance.platform.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A tax rate to be added. */
public record NewTaxRate(
        UUID taxCategoryId,
        String name,
        String country,
        @Nullable String region,
        BigDecimal percent,
        TaxTreatment treatment,
        LocalDate validFrom) {
    private static final BigDecimal MOST_PERCENT = new BigDecimal(100);
    private static final int MOST_DECIMALS = 6;
    private static final int LONGEST_NAME = 50;
    private static final int LONGEST_REGION = 100;

    /** The rate, in force until further notice; what can't be accepted is noted. */
    TaxRate checked(Faults faults) {
        faults.check(
                percent.signum() >= 0 && percent.compareTo(MOST_PERCENT) <= 0,
                "percent",
                "must be between 0 and 100");
        faults.check(
                percent.stripTrailingZeros().scale() <= MOST_DECIMALS,
                "percent",
                "must have at most 6 decimals");
        faults.check(
                percent.signum() == 0
                        || treatment == TaxTreatment.STANDARD
                        || treatment == TaxTreatment.REDUCED,
                "percent",
                "must be 0 unless the treatment is STANDARD or REDUCED");
        return new TaxRate(
                Ids.next(),
                taxCategoryId,
                Texts.name(faults, "name", name, LONGEST_NAME),
                country,
                Texts.optional(faults, "region", region, LONGEST_REGION),
                percent,
                treatment,
                validFrom,
                null);
    }
}
