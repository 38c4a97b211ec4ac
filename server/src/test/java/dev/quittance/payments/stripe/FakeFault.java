package dev.quittance.payments.stripe;

/** What can go wrong on the way to Stripe and back. */
public enum FakeFault {
    /** Stripe did it; the answer breaks off. */
    LOST,
    /** Stripe did it; the answer takes long. */
    SLOW,
    /** Nothing was done. */
    UNAVAILABLE,
    /** Stripe did it, and answers that something went wrong. */
    BROKEN,
    /** Stripe did it; a proxy answers with a page instead. */
    NONSENSE,
    /** Stripe did it; the answer is an empty object. */
    EMPTY,
    /** Nothing was done: too many requests. */
    TOO_MANY,
    /** Nothing was done: another request with the same key is under way. */
    CONFLICT
}
