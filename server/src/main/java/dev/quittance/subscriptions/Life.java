package dev.quittance.subscriptions;

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
}
