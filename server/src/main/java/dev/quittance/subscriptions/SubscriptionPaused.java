package dev.quittance.subscriptions;

import dev.quittance.platform.Problem;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A paused subscription is neither changed nor charged. */
public record SubscriptionPaused(@Nullable LocalDate pausedOn, @Nullable LocalDate resumesOn)
        implements Problem {

    @Override
    public String message() {
        return "This subscription is paused. Resume it first.";
    }
}
