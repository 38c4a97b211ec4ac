package dev.quittance.collection;

import dev.quittance.collection.Spreading.AllocationShareInput;
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
 * @param shares how it is spread over the invoices; the oldest due first when left out
 * @param reference cheque number, transfer reference
 * @param valueOn the day the money moved
 */
record ConfirmOfflinePaymentInput(
        List<UUID> invoiceIds,
        @Nullable MoneyInput amount,
        @Nullable List<AllocationShareInput> shares,
        PaymentMethodKind method,
        @Nullable String reference,
        @Nullable LocalDate valueOn,
        String idempotencyKey) {}
