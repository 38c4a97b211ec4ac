package dev.quittance.subscriptions;

/** What a charge is for. */
public enum ChargeKind {
    PLAN,
    ADDON,
    SETUP_FEE,
    /** Entered by hand. */
    MANUAL
}
