package dev.quittance.methods;

import dev.quittance.payments.SetupOrder;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The wish that a card be kept, as it was committed before the gateway was asked.
 *
 * @param replaces the method instead of which it is kept
 * @param reference the gateway's own, while the payer's bank is asked
 * @param method what was kept
 */
record MethodSetup(
        UUID id,
        UUID customer,
        String gateway,
        String cardToken,
        @Nullable String name,
        boolean makeDefault,
        @Nullable UUID replaces,
        @Nullable String reference,
        State state,
        @Nullable String refusal,
        @Nullable UUID method) {

    enum State {
        /** Committed; the gateway may or may not know of it. */
        PLANNED,
        REQUIRES_ACTION,
        DONE,
        REFUSED
    }

    SetupOrder order() {
        return new SetupOrder("method-" + id, customer, cardToken);
    }

    boolean open() {
        return state == State.PLANNED || state == State.REQUIRES_ACTION;
    }
}
