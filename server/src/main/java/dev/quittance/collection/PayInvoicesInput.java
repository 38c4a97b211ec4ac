package dev.quittance.collection;

import dev.quittance.platform.MoneyInput;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which invoices are to be paid, and how.
 *
 * @param amount all that is due when left out
 * @param cardToken not needed when credit pays all
 * @param quoteToken what the payer was shown
 */
record PayInvoicesInput(
        List<UUID> invoiceIds,
        @Nullable MoneyInput amount,
        @Nullable String cardToken,
        String quoteToken,
        String idempotencyKey) {}
