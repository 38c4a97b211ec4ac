package dev.quittance.collection;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which invoices are to be paid, and how.
 *
 * @param cardToken not needed when credit pays all
 * @param quoteToken what the payer was shown
 */
record PayInvoicesInput(
        List<UUID> invoiceIds,
        @Nullable String cardToken,
        String quoteToken,
        String idempotencyKey) {}
