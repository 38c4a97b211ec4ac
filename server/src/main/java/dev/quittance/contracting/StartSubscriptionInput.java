package dev.quittance.contracting;

import dev.quittance.platform.MoneyInput;
import dev.quittance.subscriptions.NewSubscription.Backdating;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * What is to be started.
 *
 * @param currency the customer's when left out
 * @param ownPrice per unit, instead of the catalog's
 * @param startOn today when left out
 * @param minimumTermMonths for which the customer is bound; the plan's when left out
 * @param backdating what is billed of the past, if it starts there
 * @param couponCodes coupons that act from the first invoice on
 * @param billingDay of the month on which periods begin, 31 for the last; the plan's when left out
 */
record StartSubscriptionInput(
        UUID customerId,
        UUID planId,
        int quantity,
        @Nullable CurrencyUnit currency,
        @Nullable MoneyInput ownPrice,
        List<SubscriptionAddonInput> addons,
        @Nullable LocalDate startOn,
        @Nullable Integer minimumTermMonths,
        Backdating backdating,
        List<String> couponCodes,
        @Nullable Integer billingDay,
        @Nullable String quoteToken,
        String idempotencyKey) {

    record SubscriptionAddonInput(UUID addonId, int quantity, @Nullable MoneyInput ownPrice) {}

    /** What is asked for, whatever key or quote came with it. */
    StartSubscriptionInput wish() {
        return new StartSubscriptionInput(
                customerId,
                planId,
                quantity,
                currency,
                ownPrice,
                addons,
                startOn,
                minimumTermMonths,
                backdating,
                couponCodes,
                billingDay,
                null,
                "");
    }
}
