package dev.quittance.payments;

import dev.quittance.platform.Event;
import java.util.UUID;

/** Money has gone back to a customer. */
public record RefundSettled(UUID refund, UUID payment, UUID customer) implements Event {
    @Override
    public UUID stream() {
        return customer;
    }
}
