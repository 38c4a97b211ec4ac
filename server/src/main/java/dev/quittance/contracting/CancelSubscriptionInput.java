package dev.quittance.contracting;

import dev.quittance.subscriptions.CancelTime;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be cancelled, and when.
 *
 * @param on the first day that is no longer part of it, for a cancellation on a date
 */
record CancelSubscriptionInput(
        UUID id,
        CancelTime when,
        @Nullable LocalDate on,
        @Nullable String reason,
        @Nullable String quoteToken,
        String idempotencyKey) {

    /** What is asked for, whatever key or quote came with it. */
    CancelSubscriptionInput wish() {
        return new CancelSubscriptionInput(id, when, on, reason, null, "");
    }
}
