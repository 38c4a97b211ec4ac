package dev.quittance.customers;

/** How a customer pays. */
public enum PaymentKind {
    /** Pays nothing and gets no invoices. */
    FREE,
    /** Gets an invoice and pays by transfer, cheque or cash. */
    INVOICE,
    /** Pays by card. */
    CARD
}
