package dev.quittance.subscriptions;

import java.math.BigDecimal;
import java.util.Set;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A coupon that acts on what a subscription is billed.
 *
 * @param id of the redemption
 * @param percent taken off each line it acts on; null for an amount
 * @param amount taken off each period's bill, in the subscription's currency; null for a percentage
 * @param termsLeft billed periods it still acts on; null for all that come
 * @param recurringAddons whether it acts on all recurring addons
 * @param named items of addons it acts on by name, also ones that are billed once
 * @param setupFees whether it acts on the setup fee
 */
public record AppliedCoupon(
        UUID id,
        String code,
        @Nullable BigDecimal percent,
        @Nullable Money amount,
        @Nullable Integer termsLeft,
        boolean recurringAddons,
        Set<UUID> named,
        boolean setupFees) {

    public AppliedCoupon {
        named = Set.copyOf(named);
    }

    /** Whether it still acts once so many periods have been billed. */
    boolean actsAfter(int billed) {
        return termsLeft == null || termsLeft > billed;
    }

    boolean actsOn(ItemCharge charge) {
        return switch (charge.kind()) {
            case PLAN -> true;
            case ADDON ->
                    (charge.item() != null && named.contains(charge.item()))
                            || (recurringAddons && charge.period() != null);
            case SETUP_FEE -> setupFees;
            case MANUAL -> false;
        };
    }
}
