package dev.quittance.subscriptions;

import dev.quittance.platform.Days;
import java.math.BigDecimal;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What one item of a subscription costs for a stretch of days, or something else that was entered
 * by hand: a line of an invoice to be.
 *
 * @param subscription null where there is none
 * @param item stays the same through all versions of the item; null where no days of one are billed
 * @param unitPrice per unit and full period, in the price's own basis
 * @param amount rounded half up, once; contains the tax where {@code taxInclusive}
 * @param period the days of service; null for what is paid once
 * @param taxCategory of the product; null when it is not taxed
 */
public record ItemCharge(
        @Nullable UUID subscription,
        @Nullable UUID item,
        ChargeKind kind,
        String description,
        BigDecimal quantity,
        BigDecimal unitPrice,
        Money amount,
        @Nullable Days period,
        @Nullable UUID taxCategory,
        boolean taxInclusive,
        Explanation explanation) {

    /** Lowered by coupons to {@code other}. */
    ItemCharge discounted(Money other, Discounted why) {
        return new ItemCharge(
                subscription,
                item,
                kind,
                "%s (%s)".formatted(description, why.label()),
                quantity,
                unitPrice,
                other,
                period,
                taxCategory,
                taxInclusive,
                why);
    }
}
