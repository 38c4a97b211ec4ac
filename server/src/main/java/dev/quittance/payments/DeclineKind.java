package dev.quittance.payments;

/** Whether another try with the same card makes sense after a decline. */
public enum DeclineKind {
    /** It may work later, or after the payer did something. */
    SOFT,
    /** It never will. */
    HARD
}
