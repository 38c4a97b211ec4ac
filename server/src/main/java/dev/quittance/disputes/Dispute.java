package dev.quittance.disputes;

import dev.quittance.payments.DisputeReason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Money of a payment that the payer's bank took back.
 *
 * @param reference the gateway's own
 * @param fee what the gateway kept for it at first
 * @param feeReturned what of that it gave back
 * @param openedOn the business day on which it was booked
 * @param evidenceDueOn the last day on which evidence is taken
 * @param response what staff said to it
 * @param evidence what staff wrote, once it is handed in
 * @param respondedOn when staff said so
 * @param sending whether the gateway has still to be told
 */
public record Dispute(
        UUID id,
        String gateway,
        String reference,
        UUID customerId,
        UUID paymentId,
        Money amount,
        Money fee,
        Money feeReturned,
        DisputeReason reason,
        DisputeState state,
        LocalDate openedOn,
        LocalDate evidenceDueOn,
        @Nullable DisputeResponse response,
        @Nullable String evidence,
        @Nullable LocalDate respondedOn,
        boolean sending,
        @Nullable LocalDate decidedOn,
        Instant createdAt) {}
