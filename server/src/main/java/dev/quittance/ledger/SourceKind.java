package dev.quittance.ledger;

/** The kinds of documents that explain transfers. */
public enum SourceKind {
    INVOICE,
    CREDIT_NOTE,
    /** The document that voids an invoice. */
    CANCELLATION,
    /** Money that came in, top-ups included; its fees and its reversal too. */
    PAYMENT,
    /** A part of a payment or of credit that pays an invoice. */
    ALLOCATION,
    REFUND,
    /** Money that a gateway sent to the bank; one part for each payment in it. */
    PAYOUT,
    /** Money that a payer's bank took back; its fee and what was won of it too. */
    DISPUTE,
    /** A movement on the merchant's account, as a bank statement shows it. */
    BANK_ENTRY,
    WRITE_OFF,
    /** A balance brought over from another system. */
    OPENING
}
