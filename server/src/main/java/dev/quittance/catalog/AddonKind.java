package dev.quittance.catalog;

/** How often an addon is billed. */
public enum AddonKind {
    /** With each period of the plan it stands beside. */
    RECURRING,
    /** Once, with the first regular invoice after it was added. */
    ONE_TIME
}
