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
 */
record ChangeSubscriptionInput(
        UUID id,
        ChangeTime when,
        @Nullable UUID planId,
        @Nullable Integer quantity,
        @Nullable MoneyInput ownPrice,
        @Nullable List<SubscriptionAddonInput> addons,
        @Nullable String quoteToken,
        String idempotencyKey) {

    /** What is asked for, whatever key or quote came with it. */
    ChangeSubscriptionInput wish() {
        return new ChangeSubscriptionInput(id, when, planId, quantity, ownPrice, addons, null, "");
    }

    Wanted wanted() {
        return new Wanted(planId, quantity, ownPrice, addons);
    }

    /** The items that are asked for: what is left out stays as it is. */
    record Wanted(
            @Nullable UUID planId,
            @Nullable Integer quantity,
            @Nullable MoneyInput ownPrice,
            @Nullable List<SubscriptionAddonInput> addons) {

        /** Whether nothing is asked for. */
        boolean nothing() {
            return planId == null && quantity == null && ownPrice == null && addons == null;
        }
    }
}
