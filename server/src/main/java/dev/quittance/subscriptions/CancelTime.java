package dev.quittance.subscriptions;

/** When a subscription is to end. */
public enum CancelTime {
    NOW,
    DATE,
    TERM_END
}
