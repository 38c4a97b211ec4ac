package dev.quittance.subscriptions;

import java.time.LocalDate;
import java.util.Optional;

/** How the payments of a live subscription come in: what follows from a charge that failed. */
public final class Collecting {
    private Collecting() {}

    /** A charge failed: the subscription is dunned from now on, and served on. */
    public static Optional<SubscriptionChange> failed(SubscriptionContract subscription) {
        return subscription.phase() == SubscriptionPhase.LIVE
                        && subscription.collection() == CollectionState.CLEAR
                ? Optional.of(
                        change(
                                subscription,
                                subscription.edit().collection(CollectionState.DUNNING),
                                "dunning begun"))
                : Optional.empty();
    }

    /** The last try has passed unpaid: it is not renewed until what it owes is paid. */
    public static Optional<SubscriptionChange> givenUp(SubscriptionContract subscription) {
        return subscription.collection() == CollectionState.DUNNING
                ? Optional.of(
                        change(
                                subscription,
                                subscription
                                        .edit()
                                        .collection(CollectionState.UNPAID)
                                        .nextBillOn(null),
                                "dunning ended unpaid"))
                : Optional.empty();
    }

    /** The last try has passed unpaid: it ends that day, and nothing is given back. */
    public static Optional<SubscriptionChange> cancelled(
            SubscriptionContract subscription, LocalDate on) {
        return subscription.collection() == CollectionState.DUNNING
                ? Optional.of(
                        new SubscriptionChange(
                                subscription,
                                subscription.ended(on, null),
                                "cancelled unpaid after dunning",
                                null))
                : Optional.empty();
    }

    /**
     * Nothing is dunned any more. One that was not renewed meanwhile is from the term on that
     * {@code today} lies in; terms before that are passed over.
     */
    public static Optional<SubscriptionChange> cleared(
            SubscriptionContract subscription, LocalDate today) {
        return switch (subscription.collection()) {
            case CLEAR -> Optional.empty();
            case DUNNING ->
                    Optional.of(
                            change(
                                    subscription,
                                    subscription.edit().collection(CollectionState.CLEAR),
                                    "dunning ended"));
            case UNPAID ->
                    Optional.of(
                            change(
                                    subscription,
                                    renewed(subscription, today).collection(CollectionState.CLEAR),
                                    "paid after dunning"));
        };
    }

    private static SubscriptionEdit renewed(SubscriptionContract subscription, LocalDate today) {
        var until = subscription.billedUntil();
        // What is billed afterwards was served.
        if (until == null || until.isAfter(today) || subscription.arrears()) {
            return subscription
                    .edit()
                    .billedNextOn(until == null ? subscription.nextTermStart() : until);
        }
        var anchor = subscription.anchorOn();
        var interval = subscription.interval();
        var from =
                BillingDates.date(anchor, interval, BillingDates.termOf(anchor, interval, today));
        var next = from.isBefore(until) ? until : from;
        return subscription.edit().billedUntil(next).billedNextOn(next);
    }

    private static SubscriptionChange change(
            SubscriptionContract before, SubscriptionEdit after, String what) {
        return new SubscriptionChange(before, after.done(), what, null);
    }
}
