package dev.quittance.notices;

import java.time.Instant;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Something that staff should hear of.
 *
 * @param reason why a payment failed, fit for the payer
 * @param read whether who asks has read it
 */
record Notice(
        UUID id,
        NoticeKind kind,
        UUID customer,
        UUID paymentId,
        @Nullable UUID disputeId,
        Money amount,
        @Nullable String reason,
        Instant at,
        boolean read) {}
