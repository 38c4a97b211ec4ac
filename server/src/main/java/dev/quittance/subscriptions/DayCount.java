package dev.quittance.subscriptions;

import dev.quittance.catalog.Interval;
import dev.quittance.catalog.IntervalUnit;
import dev.quittance.catalog.ProrationMode;
import dev.quittance.platform.Days;
import java.time.LocalDate;

/** How days are counted when a part of a period is priced or given back. */
public enum DayCount {
    /** Each day is one, and the period has as many as the calendar says. */
    CALENDAR,
    /**
     * Each month has 30 days (30E/360): the 31st is the 30th. Counted from the first day of the
     * period, and never beyond its 30 days a month.
     */
    FIXED_30;

    private static final int MONTH = 30;

    public static DayCount of(ProrationMode mode, Interval interval) {
        return mode == ProrationMode.FIXED_30 && interval.ofMonths() ? FIXED_30 : CALENDAR;
    }

    /** The days of the whole period {@code term}. */
    long whole(Days term, Interval interval) {
        return switch (this) {
            case CALENDAR -> term.count();
            case FIXED_30 -> (long) MONTH * months(interval);
        };
    }

    /** How many of these the days {@code served} of the period are. */
    long part(Days served, Days term, Interval interval) {
        return switch (this) {
            case CALENDAR -> served.count();
            case FIXED_30 ->
                    upTo(served.until(), term, interval) - upTo(served.from(), term, interval);
        };
    }

    /**
     * The days of a billed line before {@code first}, one of its days.
     *
     * @param billed how many days it was billed for
     */
    public long used(Days line, LocalDate first, long billed) {
        return switch (this) {
            case CALENDAR -> first.equals(line.from()) ? 0 : new Days(line.from(), first).count();
            case FIXED_30 -> Math.min(between(line.from(), first), billed);
        };
    }

    private static long upTo(LocalDate day, Days term, Interval interval) {
        var whole = (long) MONTH * months(interval);
        return day.equals(term.until()) ? whole : Math.min(between(term.from(), day), whole);
    }

    private static long between(LocalDate from, LocalDate until) {
        return 12L * MONTH * (until.getYear() - from.getYear())
                + (long) MONTH * (until.getMonthValue() - from.getMonthValue())
                + Math.min(until.getDayOfMonth(), MONTH)
                - Math.min(from.getDayOfMonth(), MONTH);
    }

    private static int months(Interval interval) {
        return interval.unit() == IntervalUnit.YEAR ? 12 * interval.count() : interval.count();
    }
}
