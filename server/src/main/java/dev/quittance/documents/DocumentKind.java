package dev.quittance.documents;

/** Kinds of documents that have a PDF. */
public enum DocumentKind {
    INVOICE,
    CREDIT_NOTE,
    CANCELLATION,
    RECEIPT,
    REFUND,
    STATEMENT
}
