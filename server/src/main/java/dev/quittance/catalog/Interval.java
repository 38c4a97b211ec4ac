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

    void check(Faults faults, String path) {
        faults.check(
                count >= 1 && count <= MOST,
                path + ".count",
                "must be between 1 and %d".formatted(MOST));
    }
}
