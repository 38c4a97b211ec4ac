package dev.quittance.subscriptions;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What comes first for a subscription, if nobody does anything: its next bill, or something before
 * it that moves it.
 *
 * @param on the day; null for {@link Kind#NOTHING}
 */
public record Ahead(Kind kind, @Nullable LocalDate on) {

    /** What it is, in the order in which a night does them. */
    public enum Kind {
        CHANGE,
        TRIAL_END,
        START,
        RESUMPTION,
        PAUSE,
        BILL,
        NOTHING
    }

    static final Ahead NOTHING = new Ahead(Kind.NOTHING, null);

    /** Decides what comes first for {@code subscription}. Who has not paid is not billed again. */
    public static Ahead of(SubscriptionContract subscription) {
        if (subscription.collection() == CollectionState.UNPAID) {
            return NOTHING;
        }
        var coming = new ArrayList<Ahead>();
        add(coming, Kind.BILL, subscription.nextBillOn());
        switch (subscription.phase()) {
            case FUTURE -> add(coming, Kind.START, subscription.startedOn());
            case TRIAL -> {
                add(coming, Kind.CHANGE, subscription.changesOn());
                add(coming, Kind.TRIAL_END, subscription.trialEndsOn());
            }
            case LIVE -> {
                add(coming, Kind.CHANGE, subscription.changesOn());
                add(coming, Kind.PAUSE, subscription.pausesOn());
            }
            case PAUSED -> add(coming, Kind.RESUMPTION, subscription.resumesOn());
            case TRIAL_EXPIRED, EXPIRED, CANCELLED -> {}
        }
        var end = subscription.endedOn() == null ? subscription.endsOn() : null;
        return coming.stream()
                .filter(one -> one.kind() == Kind.BILL || end == null || day(one).isBefore(end))
                .min(Comparator.comparing(Ahead::day).thenComparing(Ahead::kind))
                .orElse(NOTHING);
    }

    private static void add(ArrayList<Ahead> coming, Kind kind, @Nullable LocalDate on) {
        if (on != null) {
            coming.add(new Ahead(kind, on));
        }
    }

    private static LocalDate day(Ahead one) {
        return requireNonNull(one.on());
    }
}
