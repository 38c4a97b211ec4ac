package dev.quittance.payments;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A refund that a gateway is asked for, written and committed before the call.
 *
 * @param reference the gateway's own, known once it has answered
 * @param tries how often a worker took it, this time included
 */
record RefundAttempt(
        UUID id,
        UUID refund,
        UUID customer,
        RefundOrder order,
        String gateway,
        @Nullable String reference,
        int tries) {}
