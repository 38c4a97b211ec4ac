package dev.quittance.catalog;

import dev.quittance.platform.Faults;
import java.time.LocalDate;

/** How often something is billed: every {@code count} units. */
public record Interval(int count, IntervalUnit unit) {
    public static final int MOST = 120;

    /**
     * The day {@code terms} intervals after {@code anchor}. Count always from the anchor, never
     * from the day before: 31 January gives 28 February and then 31 March again.
     */
    public LocalDate after(LocalDate anchor, int terms) {
        return anchor.plus(Math.multiplyExact((long) count, terms), unit.chrono());
    }

    /** The days of its shortest period. */
    int leastDays() {
        return switch (unit) {
            case DAY -> count;
            case WEEK -> 7 * count;
            case MONTH -> 28 * count;
            case YEAR -> 365 * count;
        };
    }

    /** Whether its periods can begin on a chosen day of the month. */
    public boolean ofMonths() {
        return unit == IntervalUnit.MONTH || unit == IntervalUnit.YEAR;
    }

    void check(Faults faults, String path) {
        faults.check(
                count >= 1 && count <= MOST,
                path + ".count",
                "must be between 1 and %d".formatted(MOST));
    }
}
