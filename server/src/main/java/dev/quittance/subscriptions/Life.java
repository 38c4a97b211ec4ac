package dev.quittance.subscriptions;

import dev.quittance.catalog.TrialEndPolicy;
import java.time.LocalDate;
import java.util.List;

/**
 * All that decides about a step in the life of a subscription.
 *
 * @param basis what it is billed by, its items in all their versions
 * @param open its items as they hold now, the plan first
 * @param today in its billing zone
 */
public record Life(
        SubscriptionContract subscription,
        BillingBasis basis,
        List<OpenItem> open,
        LifeSetting setting,
        LocalDate today) {

    public Life {
        open = List.copyOf(open);
    }

    /** The same on another day. */
    public Life on(LocalDate day) {
        return new Life(subscription, basis, open, setting, day);
    }

    /** As it is on the day that {@code step} holds from. */
    public Life after(Step step) {
        return new Life(step.then(), step.basis(), open, setting, step.on());
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
        return new Life(then, basis.standing(then, basis.items()), open, setting, today);
    }
}
