package dev.quittance.customers;

import dev.quittance.platform.Faults;
import dev.quittance.platform.Texts;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Why a customer is charged no tax, and by what certificate.
 *
 * @param reason as printed on documents
 * @param certificateNumber of the authority's paper
 * @param validFrom the first day on which it holds; always when null
 * @param validThrough the last day on which it holds; until further notice when null
 */
public record TaxExemption(
        String reason,
        @Nullable String certificateNumber,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validThrough) {
    private static final int LONGEST_REASON = 200;
    private static final int LONGEST_NUMBER = 100;

    /** Whether it holds on {@code day}; outside its days tax is charged again. */
    public boolean holds(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom))
                && (validThrough == null || !day.isAfter(validThrough));
    }

    /** The reason and the certificate, as printed. */
    public String printed() {
        return certificateNumber == null
                ? reason
                : "%s, certificate %s".formatted(reason, certificateNumber);
    }

    /** The exemption with its texts cleaned; what can't be accepted is noted. */
    TaxExemption checked(Faults faults, String path) {
        faults.check(
                validFrom == null || validThrough == null || !validThrough.isBefore(validFrom),
                path + ".validThrough",
                "must not be before the first day");
        return new TaxExemption(
                Texts.name(faults, path + ".reason", reason, LONGEST_REASON),
                Texts.optional(
                        faults, path + ".certificateNumber", certificateNumber, LONGEST_NUMBER),
                validFrom,
                validThrough);
    }
}
