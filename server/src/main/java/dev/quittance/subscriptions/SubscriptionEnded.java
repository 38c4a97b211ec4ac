package dev.quittance.subscriptions;

import dev.quittance.platform.Event;
import java.time.LocalDate;
import java.util.UUID;

/** A subscription is over; {@code endedOn} is the first day that is no longer part of it. */
public record SubscriptionEnded(UUID subscription, UUID customer, LocalDate endedOn)
        implements Event {

    @Override
    public UUID stream() {
        return customer;
    }
}
