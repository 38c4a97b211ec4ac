package dev.quittance.payments;

/** Why a gateway can't send money back, in words. Gateways translate their own codes to these. */
public enum RefundFailure {
    CARD_CLOSED(
            "The card's bank did not take the money back: the card is closed or replaced. Refund by"
                    + " bank transfer instead."),
    MORE_THAN_CHARGED("The gateway has less of this charge left than was to be refunded."),
    AMOUNT_NOT_POSSIBLE(
            "The gateway can't send back exactly this amount. Refund by bank transfer instead.");

    private final String reason;

    RefundFailure(String reason) {
        this.reason = reason;
    }

    /** Why, and what can be done, in one or two sentences. */
    public String reason() {
        return reason;
    }
}
