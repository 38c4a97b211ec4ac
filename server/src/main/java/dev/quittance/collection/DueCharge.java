package dev.quittance.collection;

import dev.quittance.payments.Decline;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An invoice that is charged by itself, left behind by the transaction that posted it.
 *
 * @param payment the latest that was begun for it
 * @param reason why it was given up, in words
 * @param failedFirstOn the day from which the tries after a decline are counted
 * @param retryOn the day of the next try; null when none is planned
 */
record DueCharge(
        UUID id,
        UUID invoice,
        UUID customer,
        State state,
        @Nullable UUID payment,
        @Nullable Decline declineCode,
        @Nullable String reason,
        @Nullable LocalDate failedFirstOn,
        @Nullable LocalDate retryOn) {

    /** How far it has come. */
    enum State {
        /** It is to be charged. */
        DUE,
        /** A payment is under way. */
        CHARGING,
        PAID,
        /** It was declined; nothing was paid. */
        FAILED,
        /** There was nothing to charge any more, or nothing to charge it to. */
        DROPPED
    }
}
