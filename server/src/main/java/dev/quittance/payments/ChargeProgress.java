package dev.quittance.payments;

import dev.quittance.payments.PaymentAttempt.State;
import org.jspecify.annotations.Nullable;

/** How far the charge of a payment has come. */
record ChargeProgress(State state, @Nullable String actionUrl) {

    /** Whether the gateway has said anything yet. */
    boolean answered() {
        return state != State.PLANNED && state != State.CALLING;
    }
}
