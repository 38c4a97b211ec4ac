package dev.quittance.preferences;

/** What a switch can be set to. */
public enum SwitchKind {
    /** On or off. */
    FLAG,
    /** A whole number between limits. */
    NUMBER,
    /** One of a few words. */
    CHOICE,
    /** Plans by id. */
    PLANS
}
