package dev.quittance.organization;

/** The kinds of things that are numbered without gaps. */
public enum SeriesKind {
    INVOICE,
    CREDIT_NOTE,
    CANCELLATION,
    RECEIPT,
    REFUND,
    SUBSCRIPTION
}
