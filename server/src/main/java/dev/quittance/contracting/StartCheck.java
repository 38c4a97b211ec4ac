package dev.quittance.contracting;

import dev.quittance.catalog.PlanTerms;
import dev.quittance.catalog.Pricing;
import dev.quittance.catalog.QuantityLimits;
import dev.quittance.contracting.StartSubscriptionInput.SubscriptionAddonInput;
import dev.quittance.platform.Amounts;
import dev.quittance.platform.Faults;
import dev.quittance.platform.MoneyInput;
import java.util.HashSet;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Says what of an input can't be started, all faults at once. */
final class StartCheck {
    private static final int MOST_ADDONS = 100;
    private static final int LONGEST_TERM = 600;
    private static final int FURTHEST_YEARS = 10;

    private record Sold(String name, QuantityLimits limits, Optional<Pricing> price) {}

    private final StartFacts facts;
    private final StartSubscriptionInput input;
    private final CurrencyUnit currency;
    private final Faults faults = new Faults();

    private StartCheck(StartFacts facts) {
        this.facts = facts;
        this.input = facts.input();
        this.currency = facts.currency();
    }

    /** Refuses an input with faults. */
    static void orRefuse(StartFacts facts) {
        var check = new StartCheck(facts);
        check.plan();
        check.addons();
        check.dates();
        check.faults.check(
                facts.customer().defaultBillingGroup() != null,
                "customerId",
                "The customer has no billing group. Add one to bill it.");
        check.faults.orThrow();
    }

    private void plan() {
        var plan = facts.plan();
        if (plan == null) {
            faults.add("planId", "is not a plan");
            return;
        }
        faults.check(
                !plan.archived() || facts.held().contains(plan.id()),
                "planId",
                "%s is archived: no new subscriptions can be started.".formatted(plan.name()));
        price(
                "",
                "planId",
                new Sold(plan.name(), plan.quantity(), plan.pricingIn(currency)),
                input.ownPrice(),
                input.quantity());
    }

    private void addons() {
        var seen = new HashSet<UUID>();
        if (!faults.check(
                input.addons().size() <= MOST_ADDONS,
                "addons",
                "must be at most %d".formatted(MOST_ADDONS))) {
            return;
        }
        for (var i = 0; i < input.addons().size(); i++) {
            var given = input.addons().get(i);
            var path = "addons[%d].".formatted(i);
            if (faults.check(
                    seen.add(given.addonId()), path + "addonId", "stands on the list already")) {
                addon(path, given);
            }
        }
    }

    private void addon(String path, SubscriptionAddonInput given) {
        var addon = facts.addons().get(given.addonId());
        if (addon == null) {
            faults.add(path + "addonId", "is not an addon");
            return;
        }
        faults.check(
                !addon.archived() || facts.held().contains(addon.id()),
                path + "addonId",
                "%s is archived: it can no longer be sold.".formatted(addon.name()));
        price(
                path,
                path + "addonId",
                new Sold(addon.name(), addon.quantity(), addon.pricingIn(currency)),
                given.ownPrice(),
                given.quantity());
    }

    private void price(
            String path, String soldPath, Sold sold, @Nullable MoneyInput ownPrice, int quantity) {
        var countable = sold.limits().check(faults, path + "quantity", quantity);
        if (ownPrice != null) {
            faults.check(
                    ownPrice.currency().equals(currency),
                    path + "ownPrice.currency",
                    "must be %s, the currency of the subscription".formatted(currency));
        }
        var own = ownPrice == null ? null : ownPrice.money(faults, path + "ownPrice");
        var price = own == null ? sold.price().orElse(null) : Pricing.perUnit(own.getAmount());
        if (price == null) {
            faults.add(soldPath, "%s has no price in %s".formatted(sold.name(), currency));
        } else if (countable) {
            faults.check(
                    Amounts.inBounds(Amounts.round(price.of(quantity), currency)),
                    path + "quantity",
                    "costs more than can be billed at once");
        }
    }

    /** Its billing cycles must not be used up on its first day with us. */
    private void expiry() {
        var plan = facts.plan();
        if (plan == null || plan.terms().billingCycles() == null) {
            return;
        }
        var trial = plan.terms().trial();
        var first = trial == null ? facts.startOn() : trial.after(facts.startOn(), 1);
        faults.check(
                plan.interval().after(first, plan.terms().billingCycles()).isAfter(facts.today()),
                "startOn",
                "lies so far back that all billing cycles of the plan are over");
    }

    private void dates() {
        var months = input.minimumTermMonths();
        faults.check(
                months == null || (months >= 1 && months <= LONGEST_TERM),
                "minimumTermMonths",
                "must be between 1 and %d".formatted(LONGEST_TERM));
        faults.check(
                !facts.startOn().isAfter(facts.today().plusYears(FURTHEST_YEARS)),
                "startOn",
                "must be at most %d years ahead".formatted(FURTHEST_YEARS));
        billingDay();
        expiry();
    }

    private void billingDay() {
        var day = input.billingDay();
        if (day == null) {
            return;
        }
        faults.check(
                day >= 1 && day <= PlanTerms.LAST_DAY,
                "billingDay",
                "must be between 1 and %d".formatted(PlanTerms.LAST_DAY));
        var plan = facts.plan();
        faults.check(
                plan == null || plan.interval().ofMonths(),
                "billingDay",
                "is for what is billed by months or years only");
    }
}
