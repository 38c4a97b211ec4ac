package dev.quittance.payments;

import dev.quittance.platform.Event;
import java.util.UUID;

/** A refund could not be sent; it is account credit again. */
public record RefundFailed(UUID refund, UUID payment, UUID customer) implements Event {
    @Override
    public UUID stream() {
        return customer;
    }
}
