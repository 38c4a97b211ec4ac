package dev.quittance.catalog;

/** How a change within a period is priced. */
public enum ProrationMode {
    /** By the days that remain of the period. */
    BY_DAY,
    /** Nothing until the next period. */
    NONE,
    /** The old period is credited whole, the new one charged whole. */
    FULL
}
