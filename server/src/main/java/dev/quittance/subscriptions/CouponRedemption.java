package dev.quittance.subscriptions;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A coupon that was redeemed for a subscription.
 *
 * @param termsLeft billed periods it still acts on; null for all that come
 * @param removedOn the day on which it was taken off again
 */
public record CouponRedemption(
        UUID id,
        UUID subscription,
        UUID coupon,
        LocalDate redeemedOn,
        @Nullable Integer termsLeft,
        @Nullable LocalDate removedOn) {

    /** Whether it will act on what is billed next. */
    public boolean active() {
        return removedOn == null && (termsLeft == null || termsLeft > 0);
    }

    /** The same, taken off on {@code day}. */
    public CouponRedemption removed(LocalDate day) {
        return new CouponRedemption(id, subscription, coupon, redeemedOn, termsLeft, day);
    }
}
