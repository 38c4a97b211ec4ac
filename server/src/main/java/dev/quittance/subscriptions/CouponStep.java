package dev.quittance.subscriptions;

import dev.quittance.catalog.Coupon;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;

/**
 * What becomes of the coupons of a subscription with an act on it.
 *
 * @param removed with the day on which each is taken off
 */
public record CouponStep(List<Redeemed> redeemed, List<CouponRedemption> removed) {
    public static final CouponStep NONE = new CouponStep(List.of(), List.of());

    public CouponStep {
        redeemed = List.copyOf(redeemed);
        removed = List.copyOf(removed);
    }

    /** A coupon with the redemption that is to be. */
    public record Redeemed(CouponRedemption redemption, Coupon coupon) {

        AppliedCoupon applied(CurrencyUnit currency) {
            return new AppliedCoupon(
                    redemption.id(),
                    coupon.code(),
                    coupon.percent(),
                    coupon.amountIn(currency).orElse(null),
                    redemption.termsLeft(),
                    coupon.recurringAddons(),
                    Set.of(),
                    coupon.setupFees(),
                    Set.copyOf(coupon.planIds()),
                    Set.copyOf(coupon.addonIds()),
                    null);
        }
    }

    /** Whether nothing becomes of them. */
    boolean none() {
        return redeemed.isEmpty() && removed.isEmpty();
    }

    /**
     * The coupons that act then.
     *
     * @param items of addons, by addon
     */
    public List<AppliedCoupon> applied(
            List<AppliedCoupon> present, CurrencyUnit currency, Map<UUID, UUID> items) {
        var off = removed.stream().map(CouponRedemption::id).collect(Collectors.toSet());
        var acting = new ArrayList<AppliedCoupon>();
        present.stream().filter(coupon -> !off.contains(coupon.id())).forEach(acting::add);
        redeemed.forEach(one -> acting.add(one.applied(currency)));
        return acting.stream().map(coupon -> coupon.naming(items)).toList();
    }
}
