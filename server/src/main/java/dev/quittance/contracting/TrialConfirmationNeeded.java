package dev.quittance.contracting;

import dev.quittance.platform.Event;
import java.util.UUID;

/**
 * The payer's bank wants them to confirm the first payment after a trial; they have a day for it.
 */
public record TrialConfirmationNeeded(UUID subscription, UUID payment, UUID customer)
        implements Event {
    @Override
    public UUID stream() {
        return customer;
    }
}
