package dev.quittance.subscriptions;

import dev.quittance.catalog.Interval;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Days of the month on which periods begin, apart from the start: what is served before the first
 * of them is a part of a period. Day 31 is the last day of each month, however long it is.
 */
final class BillingDay {
    /** So many periods back there is a month as long as any that periods begin in. */
    private static final int FURTHEST = 12;

    private BillingDay() {}

    /**
     * The day to count periods from, so that each begins on {@code billingDay} and one of them
     * holds {@code from}.
     *
     * @param billingDay null for {@code from} itself
     */
    static LocalDate anchor(LocalDate from, Interval interval, @Nullable Integer billingDay) {
        if (billingDay == null || !interval.ofMonths()) {
            return from;
        }
        var next = next(from, billingDay);
        var best = on(month(next, interval, 1), billingDay);
        for (var back = 0; back <= FURTHEST; back++) {
            var candidate = on(month(next, interval, back), billingDay);
            if (candidate.isAfter(from)) {
                continue;
            }
            if (candidate.getDayOfMonth() == billingDay) {
                return candidate;
            }
            // A shorter month would lose the day for the longer ones that follow it.
            if (candidate.getDayOfMonth() > best.getDayOfMonth()) {
                best = candidate;
            }
        }
        return best;
    }

    /** The first billing day that is not before {@code from}. */
    private static LocalDate next(LocalDate from, int billingDay) {
        var month = YearMonth.from(from);
        var own = on(month, billingDay);
        return own.isBefore(from) ? on(month.plusMonths(1), billingDay) : own;
    }

    private static YearMonth month(LocalDate day, Interval interval, int back) {
        return YearMonth.from(interval.after(day.withDayOfMonth(1), -back));
    }

    private static LocalDate on(YearMonth month, int billingDay) {
        return month.atDay(Math.min(billingDay, month.lengthOfMonth()));
    }
}
