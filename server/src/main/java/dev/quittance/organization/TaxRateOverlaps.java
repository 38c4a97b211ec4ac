package dev.quittance.organization;

import dev.quittance.platform.Problem;
import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Another rate is in the way of a rate.
 *
 * @param taxRate the other one
 */
public record TaxRateOverlaps(String message, TaxRate taxRate) implements Problem {

    /**
     * What is in the way of {@code rate}; null when nothing is. In one place there is one rate of a
     * name at a time. One that is stacked may stand beside it, unless both would read alike.
     */
    static @Nullable TaxRateOverlaps find(Collection<TaxRate> all, TaxRate rate) {
        for (var other : all) {
            if (other.id().equals(rate.id()) || !other.meets(rate)) {
                continue;
            }
            if (other.standsFor(rate) && !other.stacked() && !rate.stacked()) {
                return new TaxRateOverlaps(inForce(other), other);
            }
            if ((other.stacked() || rate.stacked())
                    && other.called(rate)
                    && other.percent().compareTo(rate.percent()) == 0) {
                return new TaxRateOverlaps(alike(other), other);
            }
        }
        return null;
    }

    private static String inForce(TaxRate other) {
        return "%s is in force from %s %s. Change it from a day on, end it before, or let the new rate be charged beside it."
                .formatted(other.described(), other.validFrom(), until(other.validUntil()));
    }

    private static String alike(TaxRate other) {
        return "%s reads the same, so that nobody could tell the two apart on a document. Give one of them another name, such as City tax."
                .formatted(other.described());
    }

    private static String until(@Nullable LocalDate day) {
        return day == null ? "until further notice" : "until before " + day;
    }
}
