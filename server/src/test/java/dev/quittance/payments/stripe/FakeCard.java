package dev.quittance.payments.stripe;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The cards that the fake Stripe knows, by tokens as Stripe's own test cards have them. */
public enum FakeCard {
    PAYS("pm_card_visa", "4242", null),
    ASKS("pm_card_threeDSecure2Required", "3220", null),
    ALWAYS_ASKS("pm_card_authenticationRequired", "3184", null),
    INSUFFICIENT_FUNDS(
            "pm_card_visa_chargeDeclinedInsufficientFunds", "9995", "insufficient_funds"),
    STOLEN("pm_card_visa_chargeDeclinedStolenCard", "9979", "stolen_card"),
    EXPIRED("pm_card_chargeDeclinedExpiredCard", "0069", "expired_card"),
    /** Its money arrives when the test says so. */
    SETTLES_LATER("pm_fake_settlesLater", "6789", null),
    REFUND_LATER("pm_card_pendingRefund", "7726", null),
    REFUND_FAILS("pm_card_refundFail", "5126", null),
    NOT_A_CARD("pm_fake_nothing", "0000", null);

    private final String token;
    private final String lastFour;
    private final @Nullable String decline;

    FakeCard(String token, String lastFour, @Nullable String decline) {
        this.token = token;
        this.lastFour = lastFour;
        this.decline = decline;
    }

    public String token() {
        return token;
    }

    String lastFour() {
        return lastFour;
    }

    @Nullable String decline() {
        return decline;
    }

    static Optional<FakeCard> of(String token) {
        return Arrays.stream(values())
                .filter(card -> card != NOT_A_CARD && card.token.equals(token))
                .findFirst();
    }
}
