package dev.quittance.catalog;

/** How often an addon is billed. */
public enum AddonKind {
    /** With each period of the plan it stands beside. */
    RECURRING,
    /** Once, with the first invoice on which it stands. */
    ONE_TIME
}
