package dev.quittance.subscriptions;

import dev.quittance.catalog.CouponFault;
import dev.quittance.platform.Problem;

/** What comes of redeeming a coupon. */
public sealed interface Redemption {

    /** It acts from the next invoice on. */
    record CouponRedeemed(SubscriptionContract subscription) implements Redemption {}

    /** It can't be redeemed; nothing has changed. */
    record CouponRefused(String code, CouponFault reason) implements Redemption, Problem {
        @Override
        public String message() {
            return reason.sentence();
        }
    }
}
