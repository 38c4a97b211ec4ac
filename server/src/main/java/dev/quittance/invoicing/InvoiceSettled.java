package dev.quittance.invoicing;

import dev.quittance.platform.Event;
import java.util.UUID;

/** Nothing is due on an invoice any more: it is paid, or was cancelled. It may be reopened. */
public record InvoiceSettled(UUID invoice, UUID customer) implements Event {
    @Override
    public UUID stream() {
        return customer;
    }
}
