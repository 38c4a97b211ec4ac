package dev.quittance.payments;

import dev.quittance.platform.Event;
import java.util.UUID;

/** A charge was declined or never confirmed; nothing was paid. */
public record PaymentFailed(UUID payment, UUID customer) implements Event {
    @Override
    public UUID stream() {
        return customer;
    }
}
