package dev.quittance.collection;

import dev.quittance.platform.Event;
import java.util.UUID;

/** A customer is to be reminded of an invoice that nobody charges. */
public record Reminded(UUID reminder, UUID invoice, UUID customer) implements Event {
    @Override
    public UUID stream() {
        return customer;
    }
}
