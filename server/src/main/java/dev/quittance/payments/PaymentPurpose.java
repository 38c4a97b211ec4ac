package dev.quittance.payments;

/** What money is paid for. */
public enum PaymentPurpose {
    /** For invoices; what is left over becomes credit. */
    INVOICES,
    /** An untaxed deposit that becomes credit as a whole. */
    TOP_UP
}
