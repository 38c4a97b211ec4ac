package dev.quittance.organization;

/** Which day decides what rate is in force. */
public enum TaxDate {
    ISSUE_DATE,
    /** The last day of a line's service period; the issue date where it has none. */
    PERIOD_END
}
