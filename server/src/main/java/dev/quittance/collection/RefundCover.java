package dev.quittance.collection;

/** Where the money of a refund is taken from when it has paid invoices. */
enum RefundCover {
    /** A credit note on the invoices; they stay paid. */
    CREDIT_NOTE,
    /** The invoices owe it again. */
    REOPEN
}
