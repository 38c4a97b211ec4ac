package dev.quittance.subscriptions;

import dev.quittance.catalog.ChargeTime;
import dev.quittance.catalog.Interval;
import org.jspecify.annotations.Nullable;

/** What a plan says of how its subscriptions are billed. */
public record PlanFacts(
        Interval interval, @Nullable Integer billingCycles, int leadDays, ChargeTime chargedIn) {

    static PlanFacts of(ChangeTarget target) {
        return new PlanFacts(
                target.interval(), target.billingCycles(), target.leadDays(), target.chargedIn());
    }
}
