package dev.quittance.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Money from a customer, or an attempt at it.
 *
 * @param number the receipt's number, given with success
 * @param credit account credit that is used before this money, as the payer was shown
 * @param methodLabel {@code Visa •••• 4242}, or the reference that staff noted
 * @param paidOn the business day of the payment
 * @param valueOn the day the money moved, where staff noted another
 * @param declineKind whether another try with the same card makes sense
 * @param declineReason why it was declined and what can be done, fit for the payer
 * @param declineCode the same for the merchant; empty of declines from before it was kept
 * @param purpose whether invoices are paid or credit is topped up
 * @param reversedOn when it was put back to New
 * @param reversalReason why it was
 * @param disputed what the payer's bank took back, for good or until it is decided
 * @param allocated the part that paid invoices; the rest became credit
 */
public record Payment(
        UUID id,
        @Nullable String number,
        UUID customer,
        PaymentStatus status,
        Money amount,
        Money credit,
        PaymentMethodKind method,
        String methodLabel,
        LocalDate paidOn,
        @Nullable LocalDate valueOn,
        @Nullable DeclineKind declineKind,
        @Nullable String declineReason,
        @Nullable Decline declineCode,
        PaymentPurpose purpose,
        @Nullable LocalDate reversedOn,
        @Nullable String reversalReason,
        Money disputed,
        Money allocated,
        Instant createdAt) {

    /**
     * What was left over and became credit; nothing as long as the money has not come, or where it
     * was taken back.
     */
    public Money unallocated() {
        return status == PaymentStatus.SUCCEEDED
                ? amount.minus(disputed).minus(allocated)
                : Money.zero(amount.getCurrencyUnit());
    }
}
