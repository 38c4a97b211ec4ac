package dev.quittance.organization;

/** Where tax is rounded. */
public enum TaxRounding {
    /** Once per document and rate. */
    PER_DOCUMENT,
    /** In every line, for each of its rates. */
    PER_LINE
}
