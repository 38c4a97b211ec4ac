package dev.quittance.subscriptions;

import dev.quittance.catalog.Interval;
import dev.quittance.catalog.IntervalUnit;
import dev.quittance.platform.Days;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Counts the days or seconds of a period and of its parts.
 *
 * @param zone in which days begin; matters where seconds are counted
 * @param since where seconds are counted, what begins on the day of this instant begins at it; null
 *     for the beginning of the day
 */
public record Counting(DayCount unit, ZoneId zone, @Nullable Instant since) {
    private static final int MONTH = 30;

    /**
     * As a line was counted.
     *
     * @param unit null for calendar days
     * @param zone null where it does not matter
     */
    static Counting of(@Nullable DayCount unit, @Nullable ZoneId zone) {
        return new Counting(
                unit == null ? DayCount.CALENDAR : unit,
                zone == null ? ZoneOffset.UTC : zone,
                null);
    }

    /** The same in another unit. */
    Counting by(DayCount other) {
        return new Counting(other, zone, since);
    }

    /** The same, from {@code instant} on; null for the beginning of each day. */
    Counting since(@Nullable Instant instant) {
        return new Counting(unit, zone, instant);
    }

    /** What the whole period {@code term} counts. */
    long whole(Days term, Interval interval) {
        return switch (unit) {
            case CALENDAR -> term.count();
            case FIXED_30 -> (long) MONTH * months(interval);
            case SECONDS -> seconds(begin(term.from()), begin(term.until()));
        };
    }

    /** How much of it the days {@code served} of the period are. */
    long part(Days served, Days term, Interval interval) {
        return switch (unit) {
            case CALENDAR -> served.count();
            case FIXED_30 ->
                    upTo(served.until(), term, interval) - upTo(served.from(), term, interval);
            case SECONDS -> seconds(served(served.from()), begin(served.until()));
        };
    }

    /**
     * What is used of a billed line when all from {@code first} on, one of its days, is not.
     *
     * <p>A line that is billed by seconds ends with a day: what it was billed for tells at which
     * instant it began.
     *
     * @param at the instant on that day from which it is not used; null for the beginning of the
     *     day, and of no account where days are counted
     * @param billed how many days or seconds it was billed for
     */
    public long used(Days line, LocalDate first, @Nullable Instant at, long billed) {
        return switch (unit) {
            case CALENDAR -> first.equals(line.from()) ? 0 : new Days(line.from(), first).count();
            case FIXED_30 -> Math.min(between(line.from(), first), billed);
            case SECONDS -> {
                var cut = at == null ? begin(first) : at;
                var left = Math.max(0, seconds(cut, begin(line.until())));
                yield Math.max(0, billed - left);
            }
        };
    }

    private Instant served(LocalDate first) {
        return since != null && LocalDate.ofInstant(since, zone).equals(first)
                ? since
                : begin(first);
    }

    private Instant begin(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static long seconds(Instant from, Instant until) {
        return Duration.between(from, until).toSeconds();
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
