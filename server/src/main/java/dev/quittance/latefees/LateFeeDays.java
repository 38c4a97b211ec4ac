package dev.quittance.latefees;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.OptionalInt;

/**
 * On which days an overdue invoice bears late fees. Step 1 is the first.
 *
 * @param first days after the due date on which the first fee is made, at least 1: the days before
 *     are the grace
 * @param every days from one fee to the next, at least 1; means nothing when there is one
 * @param times how many fees there are at most, at least 1
 */
record LateFeeDays(int first, int every, int times) {

    /** The day of a step: counted from the due date, never from the previous step. */
    LocalDate day(LocalDate dueOn, int step) {
        return dueOn.plusDays(first + (step - 1L) * every);
    }

    /**
     * The step that has come last by {@code day}; none if that was before {@code since}, when the
     * rule began to hold. Earlier ones bear no fee any more, and still count.
     */
    OptionalInt step(LocalDate dueOn, LocalDate since, LocalDate day) {
        var past = ChronoUnit.DAYS.between(day(dueOn, 1), day);
        if (past < 0) {
            return OptionalInt.empty();
        }
        var step = (int) Math.min(times, past / every + 1);
        return day(dueOn, step).isBefore(since) ? OptionalInt.empty() : OptionalInt.of(step);
    }
}
