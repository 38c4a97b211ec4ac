package dev.quittance.payments;

/** What is to be done next about a refund that has no outcome. */
sealed interface RefundStep {

    /** Ask the gateway for it. */
    record Ask() implements RefundStep {}

    /** An answer may have got lost: take the refund the gateway made, or ask for it. */
    record Recall() implements RefundStep {}

    /** See what has become of it. */
    record Look(String reference) implements RefundStep {}

    /**
     * Decides from what was committed. A refund that nobody heard of again is looked for before it
     * is asked for once more: gateways forget keys after 24 hours, but never what they have done.
     */
    static RefundStep next(RefundAttempt attempt) {
        var reference = attempt.reference();
        if (reference != null) {
            return new Look(reference);
        }
        return attempt.tries() > 1 ? new Recall() : new Ask();
    }
}
