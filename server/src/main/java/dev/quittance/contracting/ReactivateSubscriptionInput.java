package dev.quittance.contracting;

import dev.quittance.contracting.ChangeSubscriptionInput.Couponing;
import dev.quittance.contracting.ChangeSubscriptionInput.Wanted;
import dev.quittance.contracting.StartSubscriptionInput.SubscriptionAddonInput;
import dev.quittance.platform.MoneyInput;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is to be reactivated, and what it shall be: what is left out is as it was. */
record ReactivateSubscriptionInput(
        UUID id,
        @Nullable UUID planId,
        @Nullable Integer quantity,
        @Nullable MoneyInput ownPrice,
        @Nullable List<SubscriptionAddonInput> addons,
        @Nullable String quoteToken,
        String idempotencyKey) {

    /** What is asked for, whatever key or quote came with it. */
    ReactivateSubscriptionInput wish() {
        return new ReactivateSubscriptionInput(id, planId, quantity, ownPrice, addons, null, "");
    }

    Wanted wanted() {
        return new Wanted(planId, quantity, ownPrice, addons, Couponing.NONE);
    }
}
