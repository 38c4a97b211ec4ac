package dev.quittance.subscriptions;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is planned for a subscription, beside its end.
 *
 * @param pausesOn the first day it will not be served
 * @param resumesOn the first day it will be served again
 * @param changesOn the first day on which it will be what {@code change} says
 */
public record Schedule(
        @Nullable LocalDate pausesOn,
        @Nullable LocalDate resumesOn,
        @Nullable LocalDate changesOn,
        @Nullable ItemsWanted change) {

    /** Nothing is planned. */
    public static final Schedule NONE = new Schedule(null, null, null, null);

    Schedule pausing(@Nullable LocalDate pause, @Nullable LocalDate resume) {
        return new Schedule(pause, resume, changesOn, change);
    }

    Schedule changing(LocalDate day, ItemsWanted wanted) {
        return new Schedule(pausesOn, resumesOn, day, wanted);
    }

    Schedule unchanged() {
        return new Schedule(pausesOn, resumesOn, null, null);
    }
}
