package dev.quittance.subscriptions;

import dev.quittance.catalog.ChargeTime;
import dev.quittance.catalog.Interval;
import dev.quittance.catalog.ProrationMode;
import dev.quittance.subscriptions.BillingBasis.Item;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a subscription is to become, with what its plan says.
 *
 * @param wanted by what it sells
 * @param leadDays so many days before they begin periods are billed
 * @param chargedIn when its periods are billed
 * @param coupons that are redeemed or taken off with it
 * @param priced the same as it would be billed: the plan, then the addons in their order
 */
public record ChangeTarget(
        ItemsWanted wanted,
        List<Item> priced,
        Interval interval,
        ProrationMode proration,
        @Nullable Integer billingCycles,
        @Nullable Money setupFee,
        int leadDays,
        ChargeTime chargedIn,
        CouponStep coupons) {

    public ChangeTarget {
        priced = List.copyOf(priced);
    }

    /** How parts of its periods are counted. */
    DayCount counting() {
        return DayCount.of(proration, interval);
    }

    public ChangeTarget with(CouponStep other) {
        return new ChangeTarget(
                wanted,
                priced,
                interval,
                proration,
                billingCycles,
                setupFee,
                leadDays,
                chargedIn,
                other);
    }
}
