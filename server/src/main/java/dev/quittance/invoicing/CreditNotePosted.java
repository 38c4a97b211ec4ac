package dev.quittance.invoicing;

import dev.quittance.platform.Event;
import java.util.UUID;

/** Part of an invoice was given back. */
public record CreditNotePosted(UUID creditNote, UUID invoice, UUID customer) implements Event {

    @Override
    public UUID stream() {
        return customer;
    }
}
