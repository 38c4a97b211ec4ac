package dev.quittance.drafts;

import java.time.Instant;
import java.util.UUID;
import org.joda.money.CurrencyUnit;

/**
 * An invoice that is being written by hand.
 *
 * @param id becomes the invoice's when it is posted
 * @param version changes whenever somebody saves it
 */
public record DraftInvoice(
        UUID id,
        long version,
        UUID customer,
        CurrencyUnit currency,
        InvoiceEntry entry,
        Instant createdAt,
        Instant changedAt) {}
