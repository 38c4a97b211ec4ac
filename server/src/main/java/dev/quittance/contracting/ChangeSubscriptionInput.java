package dev.quittance.contracting;

import dev.quittance.contracting.StartSubscriptionInput.SubscriptionAddonInput;
import dev.quittance.platform.MoneyInput;
import dev.quittance.subscriptions.Changing.ChangeTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a subscription is to become: what is left out stays as it is.
 *
 * @param ownPrice of the plan, per unit; another plan without one is billed at its list price
 * @param addons all of them, in place of the present ones
 * @param couponCodes coupons to redeem
 * @param removeCouponIds redemptions to take off
 */
record ChangeSubscriptionInput(
        UUID id,
        ChangeTime when,
        @Nullable UUID planId,
        @Nullable Integer quantity,
        @Nullable MoneyInput ownPrice,
        @Nullable List<SubscriptionAddonInput> addons,
        List<String> couponCodes,
        List<UUID> removeCouponIds,
        @Nullable String quoteToken,
        String idempotencyKey) {

    /** What is asked for, whatever key or quote came with it. */
    ChangeSubscriptionInput wish() {
        return new ChangeSubscriptionInput(
                id,
                when,
                planId,
                quantity,
                ownPrice,
                addons,
                couponCodes,
                removeCouponIds,
                null,
                "");
    }

    Wanted wanted() {
        return new Wanted(
                planId, quantity, ownPrice, addons, new Couponing(couponCodes, removeCouponIds));
    }

    /** The items and coupons that are asked for: what is left out stays as it is. */
    record Wanted(
            @Nullable UUID planId,
            @Nullable Integer quantity,
            @Nullable MoneyInput ownPrice,
            @Nullable List<SubscriptionAddonInput> addons,
            Couponing coupons) {

        /** Whether nothing is asked for. */
        boolean nothing() {
            return planId == null
                    && quantity == null
                    && ownPrice == null
                    && addons == null
                    && coupons.nothing();
        }
    }

    /**
     * The coupons that are asked for.
     *
     * @param codes to redeem
     * @param removed redemptions to take off
     */
    record Couponing(List<String> codes, List<UUID> removed) {
        static final Couponing NONE = new Couponing(List.of(), List.of());

        boolean nothing() {
            return codes.isEmpty() && removed.isEmpty();
        }
    }
}
