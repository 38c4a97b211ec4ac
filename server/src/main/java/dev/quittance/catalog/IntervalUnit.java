package dev.quittance.catalog;

import java.time.temporal.ChronoUnit;

/** Units of billing intervals. */
public enum IntervalUnit {
    DAY(ChronoUnit.DAYS),
    WEEK(ChronoUnit.WEEKS),
    MONTH(ChronoUnit.MONTHS),
    YEAR(ChronoUnit.YEARS);

    private final ChronoUnit unit;

    IntervalUnit(ChronoUnit unit) {
        this.unit = unit;
    }

    ChronoUnit chrono() {
        return unit;
    }
}
