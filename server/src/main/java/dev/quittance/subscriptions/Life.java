package dev.quittance.subscriptions;

import dev.quittance.catalog.TrialEndPolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that decides about a step in the life of a subscription.
 *
 * @param basis what it is billed by, its items in all their versions
 * @param open its items as they hold now, the plan first
 * @param today in its billing zone
 * @param at the instant of today at which it is asked for; null for the beginning of the day
 */
public record Life(
        SubscriptionContract subscription,
        BillingBasis basis,
        List<OpenItem> open,
        LifeSetting setting,
        LocalDate today,
        @Nullable Instant at) {

    public Life {
        open = List.copyOf(open);
    }

    /** The same from the beginning of the day. */
    public Life(
            SubscriptionContract subscription,
            BillingBasis basis,
            List<OpenItem> open,
            LifeSetting setting,
            LocalDate today) {
        this(subscription, basis, open, setting, today, null);
    }

    /** The same at an instant of the day; null for its beginning. */
    public Life at(@Nullable Instant instant) {
        return new Life(subscription, basis, open, setting, today, instant);
    }

    /** The instant at which an act now cuts; null where whole days are counted. */
    @Nullable Instant cut() {
        return cut(basis.counting().unit());
    }

    /**
     * The instant at which an act now cuts that goes on in another unit: both must count seconds,
     * or what lies between would be billed twice or not at all.
     */
    @Nullable Instant cut(DayCount then) {
        return basis.counting().unit() == DayCount.SECONDS && then == DayCount.SECONDS ? at : null;
    }

    /** The same on another day. */
    public Life on(LocalDate day) {
        return new Life(subscription, basis, open, setting, day);
    }

    /** As it is on the day that {@code step} holds from. */
    public Life after(Step step) {
        return new Life(step.then(), step.basis(), open, setting, step.on());
    }

    /** Whether a pause on {@code day} bills what is used by then. */
    public boolean owes(LocalDate day) {
        return subscription.owes(day);
    }

    /** As it is billed on {@code day} for the days before it. */
    public Life until(LocalDate day) {
        return new Life(
                subscription.edit().nextBillOn(day).done(),
                basis.endingOn(day),
                open,
                setting,
                today);
    }

    /** As it is once its first day has come. */
    public Life begun() {
        return as(subscription.begun());
    }

    /** As it is once its trial is over, if nothing is charged for it. */
    public Life triedOut(TrialEndPolicy policy) {
        return as(Trials.ended(subscription, policy).after());
    }

    private Life as(SubscriptionContract then) {
        return new Life(then, basis.standing(then, basis.items()), open, setting, today, at);
    }
}
