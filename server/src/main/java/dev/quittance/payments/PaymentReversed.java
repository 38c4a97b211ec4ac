package dev.quittance.payments;

import dev.quittance.platform.Event;
import java.util.UUID;

/** A payment that had come in was put back to New: what it caused is undone. */
public record PaymentReversed(UUID payment, UUID customer) implements Event {
    @Override
    public UUID stream() {
        return customer;
    }
}
