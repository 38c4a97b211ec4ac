package dev.quittance.payments;

import dev.quittance.platform.Event;
import java.util.UUID;

/** Money has come in from a customer. */
public record PaymentReceived(UUID payment, UUID customer) implements Event {
    @Override
    public UUID stream() {
        return customer;
    }
}
