package dev.quittance.preferences;

/** Where a switch is set, from far to near: the nearest wins. */
public enum PreferenceLevel {
    /** Nowhere: as delivered. */
    DEFAULT,
    /** For everybody. */
    ORGANIZATION,
    /** For the subscriptions of a plan. */
    PLAN,
    /** For one customer. */
    CUSTOMER
}
