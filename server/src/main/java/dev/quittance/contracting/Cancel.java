package dev.quittance.contracting;

import dev.quittance.catalog.CancelReasons;
import dev.quittance.contracting.BusinessDays.Today;
import dev.quittance.platform.Faults;
import dev.quittance.platform.Problem;
import dev.quittance.platform.Refused;
import dev.quittance.platform.Texts;
import dev.quittance.subscriptions.Cancellation;
import dev.quittance.subscriptions.Cancellation.BoundByTerm;
import dev.quittance.subscriptions.Cancellation.EndsLater;
import dev.quittance.subscriptions.Cancellation.EndsNow;
import dev.quittance.subscriptions.Cancellation.SubscriptionOver;
import dev.quittance.subscriptions.LifeSetting.UnusedDays;
import dev.quittance.subscriptions.SubscriptionChange;
import dev.quittance.subscriptions.SubscriptionContract;
import dev.quittance.subscriptions.Unused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * A subscription that may be cancelled: as it is, and as it will be.
 *
 * @param on the first day that is no longer part of it
 * @param now whether that is today
 * @param unused what becomes of its unused days
 */
record Cancel(
        SubscriptionContract before,
        SubscriptionContract after,
        LocalDate on,
        boolean now,
        UnusedDays unused,
        Today days) {
    private static final int LONGEST_REASON = 500;

    /**
     * What a cancellation depends on beside the subscription.
     *
     * @param unused what becomes of unused days
     * @param reasons that can be given; any when there are none
     */
    record Ground(Today days, int noticeDays, UnusedDays unused, List<String> reasons) {

        Ground {
            reasons = List.copyOf(reasons);
        }
    }

    /** Decides how it ends, or refuses. */
    static Cancel decide(
            SubscriptionContract subscription, CancelSubscriptionInput input, Ground ground) {
        var reason = reason(input.reason(), ground.reasons());
        var days = ground.days();
        var wish = new Cancellation.Wish(input.when(), input.on());
        return switch (Cancellation.decide(subscription, wish, ground.noticeDays(), days.today())) {
            case EndsNow(var on) ->
                    new Cancel(
                            subscription,
                            subscription.ended(on, reason),
                            on,
                            true,
                            ground.unused(),
                            days);
            case EndsLater(var on) ->
                    new Cancel(
                            subscription,
                            subscription.ending(on, reason),
                            on,
                            false,
                            UnusedDays.NEITHER,
                            days);
            case BoundByTerm bound -> throw refused(bound);
            case SubscriptionOver over -> throw refused(over);
        };
    }

    /** The same at {@code shown}, if a quote that was given then still holds. */
    Cancel at(@Nullable Instant shown) {
        return new Cancel(before, after, on, now, unused, days.at(shown));
    }

    /** What of all items is not used any more. */
    Unused given() {
        return Unused.ofAll(on, now ? days.at() : null);
    }

    /** Whether its unused days are credited. */
    boolean credits() {
        return unused != UnusedDays.NEITHER;
    }

    /** Whether what was paid for them goes back. */
    boolean refunds() {
        return unused == UnusedDays.REFUNDED;
    }

    SubscriptionChange change() {
        return new SubscriptionChange(
                before,
                after,
                now ? "subscription cancelled" : "cancellation scheduled",
                after.cancelReason());
    }

    CurrencyUnit currency() {
        return CurrencyUnit.of(before.currency());
    }

    private static Refused refused(Problem problem) {
        return new Refused(problem);
    }

    private static @Nullable String reason(@Nullable String given, List<String> known) {
        var faults = new Faults();
        var reason = Texts.note(faults, "reason", given, LONGEST_REASON);
        CancelReasons.check(faults, "reason", reason, known);
        faults.orThrow();
        return reason;
    }
}
