package dev.quittance.platform;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A stretch of days, half-open: {@code from} is its first day, {@code until} the first day after
 * it.
 */
public record Days(LocalDate from, LocalDate until) {

    public Days {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("%s is not before %s".formatted(from, until));
        }
    }

    /** How many days there are, at least one. */
    public long count() {
        return ChronoUnit.DAYS.between(from, until);
    }

    /** The last day, as it is printed. */
    public LocalDate last() {
        return until.minusDays(1);
    }

    /** Whether {@code day} is one of them. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(until);
    }
}
