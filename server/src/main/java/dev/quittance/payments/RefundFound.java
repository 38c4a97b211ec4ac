package dev.quittance.payments;

import dev.quittance.platform.Event;
import java.util.UUID;

/** Money of a payment went back that was asked for at the gateway itself, not here. */
public record RefundFound(UUID refund, UUID payment, UUID customer) implements Event {
    @Override
    public UUID stream() {
        return customer;
    }
}
