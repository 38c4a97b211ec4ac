package dev.quittance.subscriptions;

import dev.quittance.platform.Days;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days of service as people read them: from {@code start} to {@code end}, both included. */
public record Period(LocalDate start, LocalDate end) {

    public static Period of(Days days) {
        return new Period(days.from(), days.last());
    }

    public static @Nullable Period ofNullable(@Nullable Days days) {
        return days == null ? null : of(days);
    }
}
