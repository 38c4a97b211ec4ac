package dev.quittance.payments.sandbox;

import dev.quittance.payments.Decline;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A charge as the sandbox gateway remembers it.
 *
 * @param method the kept method it is taken from, or that is to be kept with it
 * @param keeps whether that method is kept with its success
 * @param payerPresent whether the payer is there to answer the bank
 */
record SandboxCharge(
        String id,
        Money amount,
        Money fee,
        String cardToken,
        @Nullable String method,
        boolean keeps,
        boolean payerPresent,
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
