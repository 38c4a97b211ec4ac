package dev.quittance.disputes;

/** What staff says to a dispute. */
enum DisputeResponse {
    /** It is not right, and why. */
    EVIDENCE,
    /** It is right. */
    ACCEPTANCE
}
