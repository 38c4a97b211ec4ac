package dev.quittance.subscriptions;

import dev.quittance.catalog.Interval;
import dev.quittance.platform.Days;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The days on which the periods of a subscription begin: always counted from its anchor, never from
 * the previous date, so that the 31st comes back after February.
 */
public interface BillingDates {

    /** The first day of period {@code n}; period 0 begins on {@code anchor}. */
    static LocalDate date(LocalDate anchor, Interval interval, int n) {
        return interval.after(anchor, n);
    }

    /** The days of period {@code n}. */
    static Days term(LocalDate anchor, Interval interval, int n) {
        return new Days(date(anchor, interval, n), date(anchor, interval, n + 1));
    }

    /** The number of the first period that begins on {@code day} or later. */
    static int firstFrom(LocalDate anchor, Interval interval, LocalDate day) {
        var n = termOf(anchor, interval, day);
        return date(anchor, interval, n).isBefore(day) ? n + 1 : n;
    }

    /**
     * The first day after so many whole periods from {@code from} on; a part of one before the
     * first of them counts for nothing.
     */
    static LocalDate cyclesEnd(LocalDate anchor, Interval interval, LocalDate from, int cycles) {
        return date(anchor, interval, firstFrom(anchor, interval, from) + cycles);
    }

    /** The number of the period that {@code day} lies in; below 0 for a day before the anchor. */
    static int termOf(LocalDate anchor, Interval interval, LocalDate day) {
        var unit =
                switch (interval.unit()) {
                    case DAY -> ChronoUnit.DAYS;
                    case WEEK -> ChronoUnit.WEEKS;
                    case MONTH -> ChronoUnit.MONTHS;
                    case YEAR -> ChronoUnit.YEARS;
                };
        var n = Math.toIntExact(Math.floorDiv(unit.between(anchor, day), (long) interval.count()));
        if (date(anchor, interval, n).isAfter(day)) {
            return n - 1;
        }
        // 31 January to 28 February is no whole month by the calendar, but a whole period here.
        return date(anchor, interval, n + 1).isAfter(day) ? n : n + 1;
    }
}
