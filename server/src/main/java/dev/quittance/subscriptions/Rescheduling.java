package dev.quittance.subscriptions;

import dev.quittance.platform.InvalidInput;
import dev.quittance.platform.Refused;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decides about changing or deleting when a subscription is paused and resumed. */
public interface Rescheduling {

    /** Both days take the place of what was planned. */
    static SubscriptionChange change(
            SubscriptionContract subscription,
            @Nullable LocalDate pauseOn,
            @Nullable LocalDate resumeOn,
            LocalDate today) {
        SubscriptionAct.CHANGE_SCHEDULE.orRefuse(subscription);
        if (subscription.phase() == SubscriptionPhase.PAUSED) {
            if (pauseOn != null) {
                throw refused("pauseOn", "must be left out: it is paused already");
            }
            if (resumeOn != null) {
                Pausing.checkResume(subscription, Resuming.pausedOn(subscription), resumeOn, today);
            }
        } else {
            if (pauseOn == null || !pauseOn.isAfter(today)) {
                throw refused("pauseOn", "must be after today");
            }
            Pausing.check(subscription, pauseOn, resumeOn, today);
            checkChange(subscription, pauseOn);
        }
        return new SubscriptionChange(
                subscription,
                subscription
                        .edit()
                        .schedule(subscription.schedule().pausing(pauseOn, resumeOn))
                        .done(),
                "schedule changed",
                null);
    }

    /** Nothing is planned any more; what is paused stays paused. */
    static SubscriptionChange delete(SubscriptionContract subscription) {
        SubscriptionAct.DELETE_SCHEDULE.orRefuse(subscription);
        return new SubscriptionChange(
                subscription,
                subscription.edit().schedule(subscription.schedule().pausing(null, null)).done(),
                "schedule deleted",
                null);
    }

    /** It stays what it is. */
    static SubscriptionChange dropChange(SubscriptionContract subscription) {
        SubscriptionAct.REMOVE_SCHEDULED_CHANGE.orRefuse(subscription);
        return new SubscriptionChange(
                subscription,
                subscription.edit().schedule(subscription.schedule().unchanged()).done(),
                "scheduled change removed",
                null);
    }

    private static void checkChange(SubscriptionContract subscription, LocalDate pauseOn) {
        var changes = subscription.schedule().changesOn();
        if (changes != null && !changes.isBefore(pauseOn)) {
            throw refused(
                    "pauseOn",
                    "must be after %s, when the subscription is changed"
                            .formatted(Objects.requireNonNull(changes)));
        }
    }

    private static Refused refused(String path, String message) {
        return new Refused(InvalidInput.of(path, message));
    }
}
