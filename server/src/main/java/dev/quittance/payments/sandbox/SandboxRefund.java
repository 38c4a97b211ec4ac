package dev.quittance.payments.sandbox;

import dev.quittance.payments.RefundFailure;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A refund as the sandbox gateway remembers it. */
record SandboxRefund(
        String id,
        String key,
        String charge,
        Money amount,
        State state,
        @Nullable RefundFailure failure) {

    enum State {
        PENDING,
        SUCCEEDED,
        FAILED,
        /** It had succeeded. */
        RETURNED
    }
}
