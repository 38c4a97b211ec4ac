package dev.quittance.disputes;

/** Where a dispute stands. */
public enum DisputeState {
    /** Evidence is waited for. */
    NEEDS_RESPONSE,
    /** The payer's bank reads the evidence. */
    UNDER_REVIEW,
    /** The money came back. */
    WON,
    /** The payer keeps it. */
    LOST,
    /** The payer keeps it, as staff agreed. */
    ACCEPTED;

    /** Whether the payer's bank has not decided yet. */
    boolean open() {
        return this == NEEDS_RESPONSE || this == UNDER_REVIEW;
    }
}
