package dev.quittance.ledger;

import dev.quittance.platform.Problem;
import dev.quittance.platform.Refused;
import java.time.LocalDate;

/** Nothing can be booked on this day any more: the books of its month are closed. */
public record MonthClosed(LocalDate closedThrough) implements Problem {

    static Refused through(LocalDate closedThrough) {
        return new Refused(new MonthClosed(closedThrough));
    }

    @Override
    public String message() {
        return "The books are closed through %s. Choose a later day, or have the closed months opened again."
                .formatted(closedThrough);
    }
}
