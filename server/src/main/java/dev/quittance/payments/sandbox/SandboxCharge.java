package dev.quittance.payments.sandbox;

import dev.quittance.payments.Decline;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A charge as the sandbox gateway remembers it. */
record SandboxCharge(
        String id,
        Money amount,
        Money fee,
        String cardToken,
        String description,
        State state,
        @Nullable Decline decline) {

    enum State {
        CREATED,
        REQUIRES_ACTION,
        PROCESSING,
        SUCCEEDED,
        DECLINED
    }
}
