package dev.quittance.ledger;

import dev.quittance.platform.Faults;
import dev.quittance.platform.Problem;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What comes of moving the day through which the books are closed. */
sealed interface Closing {

    /** The books are closed through the wanted day. */
    record BooksClosed(BooksClosing closing) implements Closing {}

    /** Work by date has not come as far, and may still book on these days. */
    record WorkNotDone(LocalDate doneThrough) implements Closing, Problem {
        @Override
        public String message() {
            return "The nightly work is done through %s only. Close the books through that day at most, or wait for it to catch up."
                    .formatted(doneThrough);
        }
    }

    /**
     * Decides whether the books may be closed through {@code wanted}. Opening closed days again
     * needs a reason.
     *
     * @param present how far they are closed; null when they are not
     * @param wanted null opens all months
     * @param doneThrough how far work by date is done; null when there is none
     */
    static Closing decide(
            @Nullable LocalDate present,
            @Nullable LocalDate wanted,
            @Nullable String reason,
            LocalDate today,
            @Nullable LocalDate doneThrough) {
        var faults = new Faults();
        faults.check(
                wanted == null || wanted.isBefore(today),
                "through",
                "must be before today, %s".formatted(today));
        faults.check(
                !opens(present, wanted) || reason != null,
                "reason",
                "must say why days that were closed are opened again");
        faults.orThrow();
        return wanted != null && doneThrough != null && wanted.isAfter(doneThrough)
                ? new WorkNotDone(doneThrough)
                : new BooksClosed(new BooksClosing(wanted));
    }

    private static boolean opens(@Nullable LocalDate present, @Nullable LocalDate wanted) {
        return present != null && (wanted == null || wanted.isBefore(present));
    }
}
