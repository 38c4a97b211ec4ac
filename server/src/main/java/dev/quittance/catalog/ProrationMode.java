package dev.quittance.catalog;

/** How a change within a period is priced. */
public enum ProrationMode {
    /** By the days that remain of the period. */
    BY_DAY,
    /** By the days that remain, as if each month had 30; of plans by months or years. */
    FIXED_30,
    /** By the seconds that remain, from the instant at which it is asked for. */
    BY_SECOND,
    /** Nothing until the next period. */
    NONE,
    /** The old period is credited whole, the new one charged whole. */
    FULL
}
