package dev.quittance.subscriptions;

import java.time.LocalDate;

/**
 * The time in which a subscription is tried before it is paid for.
 *
 * @param endsOn the first day after it
 * @param extensions how often it was extended
 * @param charging whether it is over and the first period is being charged; until that has an
 *     outcome it goes on
 */
public record Trial(LocalDate endsOn, int extensions, boolean charging) {

    /** One that has not been extended. */
    Trial(LocalDate endsOn) {
        this(endsOn, 0, false);
    }

    Trial ending(LocalDate day) {
        return new Trial(day, extensions, false);
    }

    Trial extended(LocalDate day) {
        return new Trial(day, extensions + 1, false);
    }

    Trial charging(boolean now) {
        return new Trial(endsOn, extensions, now);
    }
}
