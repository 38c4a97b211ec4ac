package dev.quittance.platform;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where the business clock stands.
 *
 * @param today in the organisation's zone
 * @param movable whether this installation lets its clock be moved
 * @param movingTo the day it is on its way to
 * @param workDoneThrough the day up to which due work is done in every zone
 */
public record ClockState(
        LocalDate today,
        Instant now,
        boolean movable,
        @Nullable LocalDate movingTo,
        @Nullable LocalDate workDoneThrough) {

    ClockState doneThrough(LocalDate day) {
        return new ClockState(today, now, movable, movingTo, day);
    }
}
