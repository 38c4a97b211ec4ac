package dev.quittance.collection;

import dev.quittance.platform.MoneyInput;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which invoices are to be paid, and how.
 *
 * @param amount all that is due when left out
 * @param cardToken not needed when credit pays all, or a kept method is charged
 * @param methodId the kept method to charge
 * @param keepCard whether the card may be charged later on, too
 * @param quoteToken what the payer was shown
 */
record PayInvoicesInput(
        List<UUID> invoiceIds,
        @Nullable MoneyInput amount,
        @Nullable String cardToken,
        @Nullable UUID methodId,
        boolean keepCard,
        String quoteToken,
        String idempotencyKey) {}
