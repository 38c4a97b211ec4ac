package dev.quittance.contracting;

import dev.quittance.catalog.Addon;
import dev.quittance.catalog.Plan;
import dev.quittance.customers.BillableCustomer;
import dev.quittance.subscriptions.CouponsAsked;
import dev.quittance.subscriptions.LifeSetting.FirstPeriod;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * All that decides how a subscription starts.
 *
 * @param plan null when there is none of that id
 * @param held plans and addons that may be kept though they are archived
 * @param coupons that are to act from the first invoice on
 * @param firstPeriod what becomes of the part of a period before the first billing day
 * @param zone in which the customer's days begin
 * @param today of the customer
 * @param issueOn today of the organisation, which documents bear
 */
record StartFacts(
        StartSubscriptionInput input,
        BillableCustomer customer,
        @Nullable Plan plan,
        Map<UUID, Addon> addons,
        Set<UUID> held,
        CouponsAsked coupons,
        FirstPeriod firstPeriod,
        ZoneId zone,
        LocalDate today,
        LocalDate issueOn) {

    CurrencyUnit currency() {
        return input.currency() != null ? input.currency() : customer.customer().currency();
    }

    @Nullable Integer billingDay() {
        if (input.billingDay() != null) {
            return input.billingDay();
        }
        return plan == null ? null : plan.terms().billingDay();
    }

    LocalDate startOn() {
        return input.startOn() != null ? input.startOn() : today;
    }
}
