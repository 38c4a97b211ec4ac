package dev.quittance.contracting;

import dev.quittance.platform.Faults;
import dev.quittance.subscriptions.CouponRedemption;
import dev.quittance.subscriptions.CouponStep;
import dev.quittance.subscriptions.CouponsAsked;
import dev.quittance.subscriptions.Life;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;

/** Decides what becomes of a subscription's coupons when it is changed. */
final class CouponChange {
    private CouponChange() {}

    /**
     * Redeems for the plan that it is to have, and takes off at once, whenever the rest holds.
     *
     * @param removed ids of redemptions
     * @param present what was redeemed for it
     */
    static CouponStep decide(
            Life life,
            UUID plan,
            CouponsAsked asked,
            List<UUID> removed,
            List<CouponRedemption> present) {
        var faults = new Faults();
        var redeemed = asked.redeemed(faults, of(life, plan, present));
        var off =
                List.copyOf(new LinkedHashSet<>(removed)).stream()
                        .flatMap(id -> acting(faults, id, removed.indexOf(id), present).stream())
                        .map(one -> one.removed(life.today()))
                        .toList();
        faults.orThrow();
        return new CouponStep(redeemed, off);
    }

    private static List<CouponRedemption> acting(
            Faults faults, UUID id, int index, List<CouponRedemption> present) {
        var found =
                present.stream()
                        .filter(one -> one.id().equals(id) && one.removedOn() == null)
                        .toList();
        faults.check(
                !found.isEmpty(),
                "removeCouponIds[%d]".formatted(index),
                "is no coupon of this subscription");
        return found;
    }

    private static CouponsAsked.Of of(Life life, UUID plan, List<CouponRedemption> present) {
        var subscription = life.subscription();
        return new CouponsAsked.Of(
                subscription.id(),
                plan,
                CurrencyUnit.of(subscription.currency()),
                held(present),
                life.today());
    }

    private static Set<UUID> held(List<CouponRedemption> present) {
        return present.stream()
                .filter(one -> one.removedOn() == null)
                .map(CouponRedemption::coupon)
                .collect(Collectors.toSet());
    }
}
