package dev.quittance.payments;

/** Where a payment stands. */
public enum PaymentStatus {
    /** Waits for the payer's bank to confirm. */
    REQUIRES_ACTION,
    /** On its way. */
    PROCESSING,
    SUCCEEDED,
    /** Refused; nothing was paid. */
    DECLINED,
    /** Put back to New: the money did not come after all, or not for good. */
    REVERSED;

    /** Whether nothing more will come of it by itself. */
    public boolean finished() {
        return this == SUCCEEDED || this == DECLINED || this == REVERSED;
    }
}
