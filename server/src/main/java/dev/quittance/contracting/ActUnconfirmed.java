package dev.quittance.contracting;

import dev.quittance.platform.Event;
import java.util.UUID;

/** What a contact asked for is not done: the payment for it was never confirmed with the bank. */
public record ActUnconfirmed(UUID subscription, UUID payment, UUID customer) implements Event {
    @Override
    public UUID stream() {
        return customer;
    }
}
