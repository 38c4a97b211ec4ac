package dev.quittance.preferences;

/** When a customer's changes may hold from. */
public enum ChangeTimes {
    NOW,
    TERM_END,
    EITHER;

    /** Whether a change may hold at once. */
    public boolean now() {
        return this != TERM_END;
    }

    /** Whether a change may wait for the end of the term. */
    public boolean termEnd() {
        return this != NOW;
    }
}
