package dev.quittance.catalog;

/** Units of billing intervals. */
public enum IntervalUnit {
    DAY,
    WEEK,
    MONTH,
    YEAR
}
