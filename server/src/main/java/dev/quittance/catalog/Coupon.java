package dev.quittance.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Takes something off what a subscription is billed, before tax: a percentage or an amount.
 *
 * @param code what is entered, upper and lower case alike
 * @param percent of each line it acts on; null for an amount
 * @param amounts of each period's bill, one per currency; empty for a percentage
 * @param terms billed periods it acts on, where {@code duration} says so
 * @param planIds it holds for; empty for all
 * @param recurringAddons whether it acts on all recurring addons
 * @param addonIds addons it acts on by name, also ones that are billed once
 * @param setupFees whether it acts on setup fees
 * @param expiresOn the last day on which it can be redeemed
 * @param mostRedemptions in all
 * @param redeemed how often it has been
 * @param archived whether it can no longer be redeemed
 */
public record Coupon(
        UUID id,
        String code,
        String name,
        @Nullable BigDecimal percent,
        List<Money> amounts,
        CouponDuration duration,
        @Nullable Integer terms,
        List<UUID> planIds,
        boolean recurringAddons,
        List<UUID> addonIds,
        boolean setupFees,
        @Nullable LocalDate expiresOn,
        @Nullable Integer mostRedemptions,
        @Nullable Integer mostPerCustomer,
        int redeemed,
        boolean archived) {

    public Coupon {
        amounts = List.copyOf(amounts);
        planIds = List.copyOf(planIds);
        addonIds = List.copyOf(addonIds);
    }

    /** Billed periods it acts on; null for all that come. */
    public @Nullable Integer periods() {
        return switch (duration) {
            case ONCE -> 1;
            case TERMS -> terms;
            case FOREVER -> null;
        };
    }

    public Optional<Money> amountIn(CurrencyUnit currency) {
        return amounts.stream()
                .filter(amount -> amount.getCurrencyUnit().equals(currency))
                .findFirst();
    }

    /** Whether it acts on subscriptions of this plan. */
    public boolean holdsFor(UUID plan) {
        return planIds.isEmpty() || planIds.contains(plan);
    }

    /**
     * Why it can't be redeemed for a subscription; nothing when it can.
     *
     * @param byCustomer how often this customer has redeemed it
     */
    public Optional<CouponFault> fault(
            UUID plan, CurrencyUnit currency, long byCustomer, LocalDate today) {
        if (archived || (expiresOn != null && today.isAfter(expiresOn))) {
            return Optional.of(CouponFault.EXPIRED);
        }
        if (!holdsFor(plan)) {
            return Optional.of(CouponFault.OTHER_PLANS);
        }
        if (percent == null && amountIn(currency).isEmpty()) {
            return Optional.of(CouponFault.OTHER_CURRENCIES);
        }
        if (mostPerCustomer != null && byCustomer >= mostPerCustomer) {
            return Optional.of(CouponFault.USED_UP_BY_CUSTOMER);
        }
        return mostRedemptions != null && redeemed >= mostRedemptions
                ? Optional.of(CouponFault.USED_UP)
                : Optional.empty();
    }
}
