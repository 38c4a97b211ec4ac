package dev.quittance.collection;

import dev.quittance.payments.PaymentMethodKind;
import dev.quittance.platform.MoneyInput;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money that came in by transfer, cheque or cash.
 *
 * @param amount all that is due when left out
 * @param reference cheque number, transfer reference
 * @param valueOn the day the money moved
 */
record ConfirmOfflinePaymentInput(
        List<UUID> invoiceIds,
        @Nullable MoneyInput amount,
        PaymentMethodKind method,
        @Nullable String reference,
        @Nullable LocalDate valueOn,
        String idempotencyKey) {}
