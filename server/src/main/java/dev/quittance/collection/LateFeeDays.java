package dev.quittance.collection;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * On which days an overdue invoice bears late fees. Step 1 is the first.
 *
 * @param first days after the due date on which the first fee is made, at least 1: the days before
 *     are the grace
 * @param every days from one fee to the next, at least 1; means nothing when there is one
 * @param times how many fees there are at most, at least 1
 */
record LateFeeDays(int first, int every, int times) {

    /** One fee. */
    static LateFeeDays once(int first) {
        return new LateFeeDays(first, 1, 1);
    }

    /** The day of a step: counted from the due date, never from the previous step. */
    LocalDate day(LocalDate dueOn, int step) {
        return dueOn.plusDays(first + (step - 1L) * every);
    }

    /**
     * The steps that have come by {@code day}, ascending. Those before {@code since}, when the rule
     * began to hold, bear no fee and still count.
     */
    List<Integer> steps(LocalDate dueOn, LocalDate since, LocalDate day) {
        return IntStream.rangeClosed(1, times)
                .filter(step -> !day(dueOn, step).isBefore(since))
                .filter(step -> !day(dueOn, step).isAfter(day))
                .boxed()
                .toList();
    }
}
