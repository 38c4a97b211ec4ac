package dev.quittance.subscriptions;

/** How often an item is billed. */
public enum Recurrence {
    EACH_PERIOD,
    /** Once, and it has not been yet. */
    ONCE,
    /** Once, and it has been. */
    BILLED
}
