package dev.quittance.payments;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A charge that a gateway is asked for, written and committed before the call.
 *
 * @param key the gateway gets the same one with every try
 * @param reference the gateway's own, known once it has answered
 * @param tries how often a worker took it, this time included
 */
record PaymentAttempt(
        UUID id,
        UUID payment,
        UUID customer,
        ChargeOrder order,
        String gateway,
        @Nullable String reference,
        @Nullable String actionUrl,
        State state,
        int tries,
        Instant createdAt) {

    /** How far it has come. */
    enum State {
        /** Committed; the gateway may or may not know of it. */
        PLANNED,
        /** The gateway knows it; whether money moved is not known. */
        CALLING,
        REQUIRES_ACTION,
        PROCESSING,
        SUCCEEDED,
        DECLINED
    }
}
