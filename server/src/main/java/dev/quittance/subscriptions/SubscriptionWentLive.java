package dev.quittance.subscriptions;

import dev.quittance.platform.Event;
import java.util.UUID;

/** A subscription has begun: at once when it was started, or on its day. */
public record SubscriptionWentLive(UUID subscription, UUID customer) implements Event {

    @Override
    public UUID stream() {
        return customer;
    }
}
