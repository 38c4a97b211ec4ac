package dev.quittance.payments.stripe;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Days as Stripe writes them: seconds since 1970, by the real time of the world. */
final class StripeDays {
    private static final int AT_LEAST = 60;

    private StripeDays() {}

    /**
     * The beginning of a business day, or sixty real days ago if that is earlier: in a sandbox
     * installation the business clock may be ahead, while Stripe's is not.
     */
    static long since(LocalDate day) {
        var latest = LocalDate.now(ZoneOffset.UTC).minusDays(AT_LEAST);
        var since = day.isBefore(latest) ? day : latest;
        return since.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    }

    static LocalDate day(long seconds) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(seconds), ZoneOffset.UTC);
    }
}
