package dev.quittance.collection;

import dev.quittance.platform.Event;
import java.util.UUID;

/** The last try to charge an invoice has passed, and it is unpaid. */
public record DunningEnded(UUID invoice, UUID customer) implements Event {
    @Override
    public UUID stream() {
        return customer;
    }
}
