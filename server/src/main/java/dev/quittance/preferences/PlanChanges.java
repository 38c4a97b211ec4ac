package dev.quittance.preferences;

/** Which other plans a customer may change to. */
public enum PlanChanges {
    NONE,
    /** Only to what the merchant counts as an upgrade. */
    UPGRADES,
    BOTH_WAYS
}
