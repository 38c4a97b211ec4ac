package dev.quittance.organization;

import dev.quittance.platform.Faults;
import dev.quittance.platform.Ids;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of a rate from a day on, as when 19 % becomes 16 % on July 1.
 *
 * @param treatment as before when null
 * @param from the first day of the new percentage
 */
record TaxRateChange(
        UUID taxRateId, BigDecimal percent, @Nullable TaxTreatment treatment, LocalDate from) {

    /**
     * What becomes of a rate.
     *
     * @param before it ends; null when it never was
     * @param after it begins; null when nothing comes after
     */
    record Step(@Nullable TaxRate before, @Nullable TaxRate after) {}

    /** The present rate ends, and the new one takes its place as long as it would have lasted. */
    Step applied(TaxRate present, Faults faults) {
        var treated = treatment == null ? present.treatment() : treatment;
        TaxPercent.check(percent, treated, faults);
        faults.check(
                present.inForce(from),
                "from",
                "must be a day on which %s is in force, %s"
                        .formatted(present.described(), days(present)));
        var after =
                new TaxRate(
                        Ids.next(),
                        present.category(),
                        present.name(),
                        present.country(),
                        present.region(),
                        present.postalPrefix(),
                        percent,
                        treated,
                        present.stacked(),
                        from,
                        present.validUntil());
        return new Step(ended(present, from), after);
    }

    /** The rate ends; on its first day it never was. */
    static Step end(TaxRate present, LocalDate on, Faults faults) {
        faults.check(
                present.inForce(on),
                "on",
                "must be a day on which %s would be in force, %s"
                        .formatted(present.described(), days(present)));
        return new Step(ended(present, on), null);
    }

    private static @Nullable TaxRate ended(TaxRate present, LocalDate on) {
        return on.isAfter(present.validFrom()) ? present.during(present.validFrom(), on) : null;
    }

    private static String days(TaxRate rate) {
        return rate.validUntil() == null
                ? "from %s on".formatted(rate.validFrom())
                : "from %s until before %s".formatted(rate.validFrom(), rate.validUntil());
    }
}
