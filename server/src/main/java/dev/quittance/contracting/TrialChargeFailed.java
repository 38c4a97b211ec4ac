package dev.quittance.contracting;

import dev.quittance.platform.Event;
import java.util.UUID;

/** A trial has expired because the first payment after it was declined or never confirmed. */
public record TrialChargeFailed(UUID subscription, UUID payment, UUID customer) implements Event {
    @Override
    public UUID stream() {
        return customer;
    }
}
