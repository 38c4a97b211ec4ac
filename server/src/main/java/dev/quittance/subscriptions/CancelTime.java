package dev.quittance.subscriptions;

/** When a subscription is to end. */
public enum CancelTime {
    NOW,
    TERM_END
}
