package dev.quittance.disputes;

import dev.quittance.platform.Event;
import java.util.UUID;

/** A payer's bank took money of a payment back. */
public record PaymentDisputed(UUID dispute, UUID payment, UUID customer) implements Event {
    @Override
    public UUID stream() {
        return customer;
    }
}
