package dev.quittance.invoicing;

/** Where an invoice stands. */
public enum InvoiceStatus {
    /** Not posted: no number, may still change. */
    DRAFT,
    /** Posted and not wholly paid. */
    OPEN,
    /** Wholly paid. */
    PAID,
    /** Cancelled by a document of its own. */
    VOID,
    /** Given up; may still be recovered. */
    WRITTEN_OFF
}
