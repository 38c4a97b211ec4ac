package dev.quittance.identity;

/** Whether a person can sign in. */
public enum PersonStatus {
    /** Never invited: can't sign in. */
    NOT_INVITED,
    /** The invitation is on its way. */
    INVITED,
    /** Can sign in. */
    ACTIVE,
    /** Can't sign in any more. */
    DISABLED
}
