package dev.quittance.invoicing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an invoice hangs together with others.
 *
 * @param supplements the bill to which it adds
 * @param replaces the cancelled invoice instead of which it is
 * @param replacedBy the invoice that is instead of it
 */
record InvoiceLinks(
        UUID invoice,
        @Nullable UUID supplements,
        @Nullable UUID replaces,
        @Nullable UUID replacedBy) {}
