package dev.quittance.catalog;

/** When a period is billed. */
public enum ChargeTime {
    /** On its first day, or some days ahead of it. */
    ADVANCE,
    /** On the day after its last, for the days that were served. */
    ARREARS
}
