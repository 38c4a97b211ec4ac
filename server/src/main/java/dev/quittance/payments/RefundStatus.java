package dev.quittance.payments;

/** Where a refund stands. */
public enum RefundStatus {
    /** The money is on its way back. */
    PENDING,
    /** The customer has it. */
    SUCCEEDED,
    /** It could not be sent; it is account credit again. */
    FAILED,
    /** It was sent and came back, days later as a rule; it is account credit again. */
    RETURNED
}
