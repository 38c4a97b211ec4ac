package dev.quittance.payments.sandbox;

import dev.quittance.payments.RememberedMethod;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A card as the sandbox gateway remembers it for later charges. */
record SandboxMethod(String id, String cardToken, State state, @Nullable LocalDate expiresOn) {

    enum State {
        REQUIRES_ACTION,
        READY,
        REFUSED,
        FORGOTTEN
    }

    RememberedMethod remembered() {
        var card = SandboxCard.of(cardToken).orElseThrow();
        return new RememberedMethod(id, card.brand(), card.lastFour(), expiresOn);
    }
}
