package dev.quittance.subscriptions;

import dev.quittance.platform.Refused;
import java.util.EnumSet;
import java.util.Set;

/** What somebody can do with a subscription. */
public enum SubscriptionAct {
    ACTIVATE,
    EXTEND_TRIAL,
    CHANGE,
    PAUSE,
    RESUME,
    CHANGE_SCHEDULE,
    DELETE_SCHEDULE,
    CANCEL,
    REMOVE_SCHEDULED_CANCELLATION,
    REMOVE_SCHEDULED_CHANGE,
    REACTIVATE;

    /** What the state of {@code subscription} allows; switches and amounts may still forbid it. */
    static Set<SubscriptionAct> possible(SubscriptionContract subscription) {
        var acts = EnumSet.noneOf(SubscriptionAct.class);
        switch (subscription.phase()) {
            case FUTURE -> acts.add(CANCEL);
            case TRIAL ->
                    acts.addAll(
                            // What is charged already stays what it is until that has an outcome.
                            subscription.trialCharging()
                                    ? Set.of(CANCEL)
                                    : Set.of(ACTIVATE, CHANGE, CANCEL));
            case LIVE -> {
                acts.addAll(Set.of(CHANGE, CANCEL));
                if (subscription.collection() == CollectionState.CLEAR) {
                    acts.add(PAUSE);
                }
            }
            case PAUSED -> acts.addAll(Set.of(RESUME, CHANGE_SCHEDULE, CANCEL));
            case TRIAL_EXPIRED -> acts.addAll(Set.of(EXTEND_TRIAL, REACTIVATE));
            case EXPIRED, CANCELLED -> acts.add(REACTIVATE);
        }
        if (subscription.pausesOn() != null) {
            acts.add(CHANGE_SCHEDULE);
        }
        if (subscription.pausesOn() != null || subscription.resumesOn() != null) {
            acts.add(DELETE_SCHEDULE);
        }
        if (subscription.cancelsOn() != null && !subscription.phase().ended()) {
            acts.add(REMOVE_SCHEDULED_CANCELLATION);
        }
        if (subscription.changesOn() != null) {
            acts.add(REMOVE_SCHEDULED_CHANGE);
        }
        return acts;
    }

    /** Refuses what the state of {@code subscription} forbids. */
    void orRefuse(SubscriptionContract subscription) {
        if (possible(subscription).contains(this)) {
            return;
        }
        if (this == CHANGE && subscription.phase() == SubscriptionPhase.PAUSED) {
            throw new Refused(
                    new SubscriptionPaused(
                            subscription.pausedOn(), subscription.schedule().resumesOn()));
        }
        throw new Refused(ActNotPossible.of(this, subscription));
    }
}
