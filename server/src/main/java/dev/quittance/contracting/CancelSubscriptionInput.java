package dev.quittance.contracting;

import dev.quittance.subscriptions.CancelTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is to be cancelled, and when. */
record CancelSubscriptionInput(
        UUID id,
        CancelTime when,
        @Nullable String reason,
        @Nullable String quoteToken,
        String idempotencyKey) {

    /** What is asked for, whatever key or quote came with it. */
    CancelSubscriptionInput wish() {
        return new CancelSubscriptionInput(id, when, reason, null, "");
    }
}
