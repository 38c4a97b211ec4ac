package dev.quittance.contracting;

import dev.quittance.platform.Event;
import java.util.UUID;

/**
 * What a contact asked for is not done: the payment for it was never confirmed with the bank.
 *
 * @param contact who asked
 */
public record ActUnconfirmed(UUID subscription, UUID payment, UUID customer, UUID contact)
        implements Event {
    @Override
    public UUID stream() {
        return customer;
    }
}
