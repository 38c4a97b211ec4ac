package dev.quittance.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Money of a payment that goes back to the customer.
 *
 * @param number of its document, given with success
 * @param methodLabel the card, or the reference that staff noted
 * @param settledOn the day on which it succeeded or failed
 * @param valueOn the day the money moved, where staff noted another
 * @param returnedOn the day on which it came back
 * @param failure why it failed or came back, in words
 */
public record Refund(
        UUID id,
        @Nullable String number,
        UUID customer,
        UUID paymentId,
        RefundStatus status,
        Money amount,
        PaymentMethodKind method,
        String methodLabel,
        String reason,
        LocalDate begunOn,
        @Nullable LocalDate settledOn,
        @Nullable LocalDate valueOn,
        @Nullable LocalDate returnedOn,
        @Nullable String failure,
        Instant createdAt) {}
