package dev.quittance.subscriptions;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import dev.quittance.platform.Days;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
 * @param plans it holds for; empty for all
 * @param addons it acts on by name
 * @param actedUntil it has acted on what was billed for days before this one; null where it never
 *     has
 */
public record AppliedCoupon(
        UUID id,
        String code,
        @Nullable BigDecimal percent,
        @Nullable Money amount,
        @Nullable Integer termsLeft,
        boolean recurringAddons,
        Set<UUID> named,
        boolean setupFees,
        Set<UUID> plans,
        Set<UUID> addons,
        @Nullable LocalDate actedUntil) {

    public AppliedCoupon {
        named = Set.copyOf(named);
        plans = Set.copyOf(plans);
        addons = Set.copyOf(addons);
    }

    /** Whether it acts on subscriptions of this plan. */
    boolean holdsFor(UUID plan) {
        return plans.isEmpty() || plans.contains(plan);
    }

    /** Whether it acted on the bill of this period. */
    boolean actedOn(Days period) {
        return actedUntil != null && actedUntil.isAfter(period.from());
    }

    /**
     * Whether it acts on what is billed of a period that is billed already.
     *
     * @param used terms of it that are used up by then
     */
    boolean actsWithin(Days period, int used) {
        return actedOn(period) || actsAfter(used);
    }

    /** The same for all periods that come. */
    AppliedCoupon lasting() {
        return with(null, named);
    }

    /** The same with what it acts on by name among these items of addons, by addon. */
    AppliedCoupon naming(Map<UUID, UUID> items) {
        var more = new HashSet<>(named);
        items.forEach(
                (addon, item) -> {
                    if (addons.contains(addon)) {
                        more.add(item);
                    }
                });
        return with(termsLeft, more);
    }

    /** The same once these bills have used up terms of them. */
    static List<AppliedCoupon> after(List<AppliedCoupon> coupons, List<DueTerm> billed) {
        var used =
                billed.stream()
                        .flatMap(term -> term.coupons().stream())
                        .collect(groupingBy(identity(), summingInt(_ -> 1)));
        return coupons.stream()
                .map(
                        coupon ->
                                coupon.termsLeft == null
                                        ? coupon
                                        : coupon.with(
                                                coupon.termsLeft - used.getOrDefault(coupon.id, 0),
                                                coupon.named))
                .toList();
    }

    private AppliedCoupon with(@Nullable Integer terms, Set<UUID> items) {
        return new AppliedCoupon(
                id,
                code,
                percent,
                amount,
                terms,
                recurringAddons,
                items,
                setupFees,
                plans,
                addons,
                actedUntil);
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
