package dev.quittance.collection;

import dev.quittance.payments.DeclineKind;
import dev.quittance.platform.Event;
import java.util.UUID;

/** The charge of an invoice that is charged by itself was declined; nothing was paid. */
public record AutoChargeFailed(UUID invoice, UUID payment, UUID customer, DeclineKind kind)
        implements Event {
    @Override
    public UUID stream() {
        return customer;
    }
}
