package dev.quittance.subscriptions;

import dev.quittance.platform.Days;
import dev.quittance.subscriptions.BillingBasis.Item;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What is billed of days whose periods are billed already; it belongs to those periods' bills. The
 * percentages that acted on these act on it, too, and use up no further term; one that was redeemed
 * since acts and uses one up. Amounts come off regular bills only.
 */
final class Interim {
    private Interim() {}

    /**
     * What {@code versions} cost for the days from {@code from} on that are billed already. What is
     * paid once comes with the next regular bill.
     */
    static List<DueTerm> charges(
            BillingBasis basis, List<Item> versions, SubscriptionContract then, LocalDate from) {
        var begun =
                versions.stream()
                        .filter(item -> item.recurrence() == Recurrence.EACH_PERIOD)
                        .toList();
        var paid = then.billedUntil();
        if (paid == null || begun.isEmpty()) {
            return List.of();
        }
        var own =
                basis.standing(then.edit().billedUntil(from).done(), begun)
                        .endingOn(paid)
                        .withSetupFee(null);
        var terms = new ArrayList<DueTerm>();
        for (var n = BillingDates.termOf(then.anchorOn(), then.interval(), from);
                BillingDates.date(then.anchorOn(), then.interval(), n).isBefore(paid);
                n++) {
            terms.add(term(own, n, terms));
        }
        return terms;
    }

    private static DueTerm term(BillingBasis own, int n, List<DueTerm> before) {
        var period = BillingDates.term(own.anchorOn(), own.interval(), n);
        var acting =
                own.coupons().stream()
                        .filter(coupon -> coupon.amount() == null)
                        .filter(coupon -> coupon.actsWithin(period, used(coupon.id(), before)))
                        .toList();
        var term =
                DueTerms.term(
                        own.with(own.items(), acting.stream().map(AppliedCoupon::lasting).toList()),
                        n,
                        !before.isEmpty());
        return term.using(begun(acting, own.plan(), period, term.charges()));
    }

    /** Of these coupons, those that act on the period for the first time. */
    private static List<UUID> begun(
            List<AppliedCoupon> acting, UUID plan, Days period, List<ItemCharge> charges) {
        return acting.stream()
                .filter(coupon -> coupon.holdsFor(plan) && !coupon.actedOn(period))
                .filter(coupon -> charges.stream().anyMatch(coupon::actsOn))
                .map(AppliedCoupon::id)
                .toList();
    }

    private static int used(UUID redemption, List<DueTerm> before) {
        return (int)
                before.stream()
                        .flatMap(term -> term.coupons().stream())
                        .filter(redemption::equals)
                        .count();
    }
}
