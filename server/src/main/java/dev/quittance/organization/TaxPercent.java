package dev.quittance.organization;

import dev.quittance.platform.Faults;
import java.math.BigDecimal;

/** Decides whether a percentage can be that of a tax rate. */
final class TaxPercent {
    private static final BigDecimal MOST = new BigDecimal(100);
    private static final int MOST_DECIMALS = 6;

    private TaxPercent() {}

    static void check(BigDecimal percent, TaxTreatment treatment, Faults faults) {
        faults.check(
                percent.signum() >= 0 && percent.compareTo(MOST) <= 0,
                "percent",
                "must be between 0 and 100");
        faults.check(
                percent.stripTrailingZeros().scale() <= MOST_DECIMALS,
                "percent",
                "must have at most 6 decimals");
        faults.check(
                percent.signum() == 0 || treatment.charges(),
                "percent",
                "must be 0 unless the treatment is STANDARD or REDUCED");
    }
}
