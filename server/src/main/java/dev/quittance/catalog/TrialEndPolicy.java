package dev.quittance.catalog;

/** What becomes of a subscription whose trial ends when nothing is charged for it. */
public enum TrialEndPolicy {
    /** It goes live with an open invoice. */
    INVOICE,
    EXPIRE,
    CANCEL,
    PAUSE
}
