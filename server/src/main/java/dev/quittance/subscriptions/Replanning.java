package dev.quittance.subscriptions;

import java.time.LocalDate;
import java.util.UUID;

/** What another plan makes of the dates of a subscription. */
final class Replanning {
    private Replanning() {}

    /** The subscription once it is of {@code plan} from {@code on} on, billed by the bill run. */
    static SubscriptionContract changed(
            SubscriptionContract subscription, UUID plan, PlanFacts facts, LocalDate on) {
        var edit = replanned(subscription, plan, facts, on);
        if (facts.interval().equals(subscription.interval())) {
            return edit.done();
        }
        var from = subscription.phase() == SubscriptionPhase.TRIAL ? subscription.paidFrom() : on;
        return edit.interval(facts.interval()).countedFrom(from).billedNextOn(from).done();
    }

    /** Another plan brings its own billing cycles, counted from the period of the change on. */
    static SubscriptionEdit replanned(
            SubscriptionContract subscription, UUID plan, PlanFacts facts, LocalDate on) {
        var edit = subscription.edit().plan(plan).schedule(subscription.schedule().unchanged());
        if (plan.equals(subscription.plan())) {
            return edit;
        }
        edit.leadDays(facts.leadDays()).chargedIn(facts.chargedIn());
        if (subscription.phase() == SubscriptionPhase.LIVE
                && subscription.nextBillOn() != null
                && (facts.leadDays() != subscription.leadDays()
                        || facts.chargedIn() != subscription.chargedIn())) {
            edit.billedNextOn(subscription.firstUnbilled());
        }
        var cycles = facts.billingCycles();
        return edit.expiresOn(cycles == null ? null : expiry(subscription, facts, on, cycles));
    }

    private static LocalDate expiry(
            SubscriptionContract subscription, PlanFacts facts, LocalDate on, int cycles) {
        var anchor = subscription.anchorOn();
        if (facts.interval().equals(subscription.interval())) {
            var n = BillingDates.termOf(anchor, facts.interval(), on);
            var whole =
                    !BillingDates.date(anchor, facts.interval(), n)
                            .isBefore(subscription.paidFrom());
            return BillingDates.date(anchor, facts.interval(), (whole ? n : n + 1) + cycles);
        }
        return BillingDates.cyclesEnd(
                BillingDay.anchor(on, facts.interval(), subscription.billingDay()),
                facts.interval(),
                on,
                cycles);
    }
}
