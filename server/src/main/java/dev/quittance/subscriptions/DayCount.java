package dev.quittance.subscriptions;

import dev.quittance.catalog.Interval;
import dev.quittance.catalog.ProrationMode;
import java.time.ZoneId;

/** How time is counted when a part of a period is priced or given back. */
public enum DayCount {
    /** Each day is one, and the period has as many as the calendar says. */
    CALENDAR,
    /**
     * Each month has 30 days (30E/360): the 31st is the 30th. Counted from the first day of the
     * period, and never beyond its 30 days a month.
     */
    FIXED_30,
    /** Each second is one; days of 23 or 25 hours have as many as they last. */
    SECONDS;

    public static DayCount of(ProrationMode mode, Interval interval) {
        return switch (mode) {
            case BY_DAY, NONE, FULL -> CALENDAR;
            case FIXED_30 -> interval.ofMonths() ? FIXED_30 : CALENDAR;
            case BY_SECOND -> SECONDS;
        };
    }

    /** The same where days begin as they do in {@code zone}. */
    public Counting in(ZoneId zone) {
        return new Counting(this, zone, null);
    }
}
