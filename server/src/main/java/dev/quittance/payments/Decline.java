package dev.quittance.payments;

/**
 * Why a charge is declined, in the words for the payer. Gateways translate their own codes to
 * these.
 */
public enum Decline {
    INSUFFICIENT_FUNDS(
            DeclineKind.SOFT,
            "There is not enough money on this card. Try again later, or use another card."),
    NOT_CONFIRMED(
            DeclineKind.SOFT,
            "The payment was not confirmed with your bank. Try again, or use another card."),
    CONFIRMATION_REFUSED(
            DeclineKind.SOFT,
            "The confirmation was refused at your bank. Try again, or use another card."),
    CONFIRMATION_NEEDED(
            DeclineKind.SOFT,
            "Your bank wants you to confirm this payment yourself. Pay the invoice once with this card, or use another one."),
    REFUSED(
            DeclineKind.SOFT,
            "Your bank refused this payment. Try again later, ask your bank, or use another card."),
    WRONG_DETAILS(
            DeclineKind.HARD,
            "The details of this card are not right. Enter it anew, or use another card."),
    NOT_SUPPORTED(
            DeclineKind.HARD, "This card can't be used for such a payment. Use another card."),
    BANK_UNREACHABLE(
            DeclineKind.SOFT, "Your bank could not be reached. Try again in a few minutes."),
    AMOUNT_NOT_POSSIBLE(
            DeclineKind.HARD,
            "This amount can't be charged to a card. Pay it in another way, or together with others."),
    UNKNOWN_METHOD(
            DeclineKind.HARD,
            "This card can't be charged here. Enter it anew, or use another one."),
    REMOVED(DeclineKind.HARD, "This payment method was removed. Use another one."),
    EXPIRED(DeclineKind.HARD, "This card has expired. Use another card."),
    // The payer is not told that the card is reported: whoever holds it may not be its owner.
    LOST_OR_STOLEN(
            DeclineKind.HARD, "Your bank refused this card. Use another card, or ask your bank.");

    private final DeclineKind kind;
    private final String reason;

    Decline(DeclineKind kind, String reason) {
        this.kind = kind;
        this.reason = reason;
    }

    public DeclineKind kind() {
        return kind;
    }

    /** Why, and what can be done, in one or two sentences. */
    public String reason() {
        return reason;
    }
}
