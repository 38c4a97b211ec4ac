package dev.quittance.payments;

/** Why a payer does not want to have paid. */
public enum DisputeReason {
    /** The payer says that somebody else used the card. */
    FRAUDULENT,
    NOT_RECEIVED,
    NOT_AS_DESCRIBED,
    /** Charged twice for one thing. */
    DUPLICATE,
    /** Charged for a subscription that was cancelled. */
    SUBSCRIPTION_CANCELLED,
    /** A refund that was promised did not come. */
    CREDIT_NOT_PROCESSED,
    OTHER
}
