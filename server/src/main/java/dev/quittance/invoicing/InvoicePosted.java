package dev.quittance.invoicing;

import dev.quittance.platform.Event;
import java.util.UUID;

/** An invoice got its number and is owed. */
public record InvoicePosted(UUID invoice, UUID customer) implements Event {

    @Override
    public UUID stream() {
        return customer;
    }
}
