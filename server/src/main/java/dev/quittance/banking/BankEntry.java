package dev.quittance.banking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A movement on one of the merchant's accounts.
 *
 * @param reversal it takes back an earlier one
 * @param exact its best suggestion may be taken without looking
 * @param hindrance why it was not booked by itself, though it is exact
 * @param paymentId the payment it is
 * @param recorded the payment had been confirmed by hand before
 * @param refundId the refund whose money it is
 * @param returnedId the payment that it put back to New
 * @param payoutId the payout of a gateway that it is
 * @param paymentNumber of the payment that it is, or that came back
 * @param customerId whose money it was booked as
 * @param timesBooked tells apart its bookings: it may be opened again
 */
record BankEntry(
        UUID id,
        UUID statementId,
        String account,
        LocalDate bookedOn,
        LocalDate valueOn,
        Money amount,
        Direction direction,
        boolean reversal,
        @Nullable String partyName,
        @Nullable String partyAccount,
        String remittance,
        @Nullable String reference,
        @Nullable String endToEndId,
        @Nullable String bankReference,
        @Nullable String returnReason,
        EntryState state,
        boolean exact,
        @Nullable String hindrance,
        @Nullable String note,
        @Nullable UUID paymentId,
        boolean recorded,
        @Nullable UUID refundId,
        @Nullable UUID returnedId,
        @Nullable UUID payoutId,
        @Nullable String paymentNumber,
        @Nullable String refundNumber,
        @Nullable UUID customerId,
        int timesBooked,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt) {

    boolean undecided() {
        return state == EntryState.OPEN || state == EntryState.SUGGESTED;
    }

    /** What it adds to the balance. */
    Money signed() {
        return direction == Direction.CREDIT ? amount : amount.negated();
    }

    /** What the payment is called by: the payer's words, at most as long as a label may be. */
    String label() {
        var words = remittance.isEmpty() ? "Bank transfer" : remittance;
        var label = BankText.line(reference == null ? words : reference, 200);
        return label == null ? "Bank transfer" : label;
    }
}
