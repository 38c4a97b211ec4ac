package dev.quittance.contracting;

import dev.quittance.subscriptions.Redemption;
import dev.quittance.subscriptions.SubscriptionContract;
import java.util.UUID;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Redeems coupons, and takes them off again, in GraphQL. */
@Controller
class CouponActs {
    private final CouponRedeeming redeeming;

    CouponActs(CouponRedeeming redeeming) {
        this.redeeming = redeeming;
    }

    /** Which coupon, by its code, for which subscription. */
    record RedeemCouponInput(UUID subscriptionId, String code) {}

    /** Which redemption to take off. */
    record RemoveCouponInput(UUID redemptionId) {}

    /** The subscription, billed from now on without the coupon. */
    record CouponRemoved(SubscriptionContract subscription) {}

    @MutationMapping
    Mono<Redemption> redeemCoupon(@Argument RedeemCouponInput input) {
        return redeeming.redeem(input.subscriptionId(), input.code());
    }

    @MutationMapping
    Mono<CouponRemoved> removeCoupon(@Argument RemoveCouponInput input) {
        return redeeming.remove(input.redemptionId()).map(CouponRemoved::new);
    }
}
