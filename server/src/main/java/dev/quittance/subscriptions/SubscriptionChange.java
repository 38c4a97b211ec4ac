package dev.quittance.subscriptions;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A subscription before and after something happened to it.
 *
 * @param before null when it is new
 * @param what a verb phrase in the past tense
 */
public record SubscriptionChange(
        @Nullable SubscriptionContract before,
        SubscriptionContract after,
        String what,
        @Nullable String reason) {

    /** Whether its service began with this. */
    boolean wentLive() {
        return after.phase() == SubscriptionPhase.LIVE
                && (before == null
                        || before.phase() == SubscriptionPhase.FUTURE
                        || before.phase() == SubscriptionPhase.TRIAL);
    }

    /** Whether it was over with this. */
    boolean ended() {
        return after.phase().ended() && (before == null || !before.phase().ended());
    }

    @Nullable Facts factsBefore() {
        return before == null ? null : Facts.of(before);
    }

    Facts factsAfter() {
        return Facts.of(after);
    }

    /** What the history shows of a subscription. */
    record Facts(
            String number,
            SubscriptionStatus status,
            LocalDate startedOn,
            @Nullable LocalDate nextInvoiceOn,
            @Nullable LocalDate trialEndsOn,
            @Nullable LocalDate pausesOn,
            @Nullable LocalDate pausedOn,
            @Nullable LocalDate resumesOn,
            @Nullable LocalDate changesOn,
            @Nullable LocalDate cancelsOn,
            @Nullable LocalDate expiresOn,
            @Nullable LocalDate endedOn) {

        static Facts of(SubscriptionContract subscription) {
            return new Facts(
                    subscription.number(),
                    subscription.status(),
                    subscription.startedOn(),
                    subscription.nextInvoiceOn(),
                    subscription.trialEndsOn(),
                    subscription.pausesOn(),
                    subscription.pausedOn(),
                    subscription.resumesOn(),
                    subscription.changesOn(),
                    subscription.cancelsOn(),
                    subscription.expiresOn(),
                    subscription.endedOn());
        }
    }
}
