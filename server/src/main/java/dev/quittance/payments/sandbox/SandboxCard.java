package dev.quittance.payments.sandbox;

import dev.quittance.payments.Decline;
import dev.quittance.payments.PaymentOption.TestCard;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The cards of the sandbox gateway and how each behaves. */
enum SandboxCard {
    SUCCESS("card_success", "Visa •••• 4242", "Pays at once.", Answer.PAYS, null),
    CONFIRMATION(
            "card_requires_confirmation",
            "Visa •••• 3220",
            "The bank wants a confirmation first.",
            Answer.ASKS,
            null),
    ALWAYS_ASKS(
            "card_always_confirms",
            "Visa •••• 3184",
            "The bank wants a confirmation each time, so it can't be charged by itself.",
            Answer.ALWAYS_ASKS,
            null),
    INSUFFICIENT_FUNDS(
            "card_decline_insufficient_funds",
            "Visa •••• 9995",
            "Declined: not enough money. Another try makes sense.",
            Answer.DECLINES,
            Decline.INSUFFICIENT_FUNDS),
    LOST_OR_STOLEN(
            "card_decline_lost_or_stolen",
            "Mastercard •••• 9979",
            "Declined for good: lost or stolen.",
            Answer.DECLINES,
            Decline.LOST_OR_STOLEN),
    EXPIRED(
            "card_decline_expired",
            "Visa •••• 0069",
            "Declined for good: expired.",
            Answer.DECLINES,
            Decline.EXPIRED),
    PROCESSING(
            "card_processing",
            "Bank debit •••• 6789",
            "The money arrives a few seconds later.",
            Answer.SETTLES_LATER,
            null),
    SLOW(
            "card_slow",
            "Visa •••• 0341",
            "Pays, but the answer takes longer than one waits.",
            Answer.PAYS_SLOWLY,
            null),
    REFUND_LATER(
            "card_refund_pending",
            "Visa •••• 7726",
            "Pays at once; a refund is on its way for a few seconds.",
            Refund.LATER),
    REFUND_FAILS(
            "card_refund_fails",
            "Visa •••• 5126",
            "Pays at once; a refund fails, as if the card was closed.",
            Refund.NEVER),
    DISPUTED(
            "card_disputed",
            "Visa •••• 0259",
            "Pays at once; the payer disputes it in the night.",
            Refund.AT_ONCE);

    /** What happens when a charge is confirmed. */
    enum Answer {
        PAYS,
        PAYS_SLOWLY,
        /** Once it was confirmed, it can be charged without the payer. */
        ASKS,
        ALWAYS_ASKS,
        SETTLES_LATER,
        DECLINES
    }

    /** What happens when money is sent back. */
    enum Refund {
        AT_ONCE,
        LATER,
        NEVER
    }

    private final String token;
    private final String label;
    private final String behaviour;
    private final Answer answer;
    private final @Nullable Decline decline;
    private final Refund refund;

    SandboxCard(
            String token,
            String label,
            String behaviour,
            Answer answer,
            @Nullable Decline decline) {
        this.token = token;
        this.label = label;
        this.behaviour = behaviour;
        this.answer = answer;
        this.decline = decline;
        this.refund = Refund.AT_ONCE;
    }

    SandboxCard(String token, String label, String behaviour, Refund refund) {
        this.token = token;
        this.label = label;
        this.behaviour = behaviour;
        this.answer = Answer.PAYS;
        this.decline = null;
        this.refund = refund;
    }

    static Optional<SandboxCard> of(String token) {
        return Arrays.stream(values()).filter(card -> card.token.equals(token)).findFirst();
    }

    static List<TestCard> testCards() {
        return Arrays.stream(values())
                .map(card -> new TestCard(card.token, card.label, card.behaviour))
                .toList();
    }

    String token() {
        return token;
    }

    String label() {
        return label;
    }

    String brand() {
        return label.substring(0, label.indexOf(" •"));
    }

    String lastFour() {
        return label.substring(label.length() - 4);
    }

    boolean expires() {
        return answer != Answer.SETTLES_LATER;
    }

    Answer answer() {
        return answer;
    }

    @Nullable Decline decline() {
        return decline;
    }

    Refund refund() {
        return refund;
    }
}
