package dev.quittance.subscriptions;

/** Where a subscription stands in its life, whatever is planned for it or owed on it. */
public enum SubscriptionPhase {
    FUTURE,
    TRIAL,
    LIVE,
    PAUSED,
    TRIAL_EXPIRED,
    EXPIRED,
    CANCELLED;

    /** Whether it is over. */
    public boolean ended() {
        return this == TRIAL_EXPIRED || this == EXPIRED || this == CANCELLED;
    }
}
