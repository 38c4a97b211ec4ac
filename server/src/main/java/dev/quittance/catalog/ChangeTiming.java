package dev.quittance.catalog;

/** When a change from one plan to another takes effect. */
public enum ChangeTiming {
    NOW,
    TERM_END
}
