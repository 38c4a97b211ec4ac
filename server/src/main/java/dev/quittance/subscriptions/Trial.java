package dev.quittance.subscriptions;

import java.time.LocalDate;

/**
 * The time in which a subscription is tried before it is paid for.
 *
 * @param endsOn the first day after it
 * @param extensions how often it was extended
 */
public record Trial(LocalDate endsOn, int extensions) {

    Trial ending(LocalDate day) {
        return new Trial(day, extensions);
    }

    Trial extended(LocalDate day) {
        return new Trial(day, extensions + 1);
    }
}
