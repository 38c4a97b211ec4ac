package dev.quittance.billing;

/** What a bill run does with what it finds. */
public enum BillRunKind {
    /** Proposes only: no document, no number. */
    DRY,
    /** Posts invoices. */
    POST
}
