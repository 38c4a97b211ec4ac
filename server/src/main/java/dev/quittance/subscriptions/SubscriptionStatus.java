package dev.quittance.subscriptions;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The state that people see. It is derived; the generated column {@code subscription.status} says
 * the same for filters.
 */
public enum SubscriptionStatus {
    FUTURE,
    TRIAL,
    LIVE,
    DUNNING,
    UNPAID,
    NON_RENEWING,
    PAUSED,
    TRIAL_EXPIRED,
    EXPIRED,
    CANCELLED;

    /** The name that tells most: the first that holds. */
    static SubscriptionStatus of(
            SubscriptionPhase phase, CollectionState collection, @Nullable LocalDate cancelsOn) {
        return switch (phase) {
            case CANCELLED -> CANCELLED;
            case EXPIRED -> EXPIRED;
            case TRIAL_EXPIRED -> TRIAL_EXPIRED;
            case FUTURE -> FUTURE;
            case PAUSED -> PAUSED;
            case TRIAL -> TRIAL;
            case LIVE ->
                    switch (collection) {
                        case UNPAID -> UNPAID;
                        case DUNNING -> DUNNING;
                        case CLEAR -> cancelsOn != null ? NON_RENEWING : LIVE;
                    };
        };
    }
}
