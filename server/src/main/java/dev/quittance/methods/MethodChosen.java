package dev.quittance.methods;

import dev.quittance.platform.Event;
import java.util.UUID;

/** Subscriptions of a customer are paid with this method from now on. */
public record MethodChosen(UUID method, UUID customer) implements Event {
    @Override
    public UUID stream() {
        return customer;
    }
}
