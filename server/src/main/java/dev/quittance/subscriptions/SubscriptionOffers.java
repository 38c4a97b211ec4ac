package dev.quittance.subscriptions;

import dev.quittance.catalog.Addon;
import dev.quittance.catalog.Plan;
import dev.quittance.preferences.PlanChanges;
import dev.quittance.preferences.PortalSwitch;
import dev.quittance.preferences.PortalSwitches;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a customer may change a subscription to by themselves.
 *
 * @param plans other plans
 * @param addons that may be added
 */
public record SubscriptionOffers(List<Plan> plans, List<Addon> addons) {

    public SubscriptionOffers {
        plans = List.copyOf(plans);
        addons = List.copyOf(addons);
    }

    /**
     * Decides what is offered: of what is on sale in the currency the plans that were chosen for
     * it, else those of its product, and the addons of its product.
     *
     * @param upgrades the plans that the merchant counts as upgrades of the present one
     */
    static SubscriptionOffers decide(
            SubscriptionContract contract,
            PortalSwitches switches,
            UUID product,
            Collection<Plan> plans,
            Collection<Addon> addons,
            Set<UUID> upgrades) {
        var currency = CurrencyUnit.of(contract.currency());
        return new SubscriptionOffers(
                plans.stream()
                        .filter(_ -> switches.on(PortalSwitch.PLAN_CHANGES))
                        .filter(plan -> !plan.archived() && plan.priceIn(currency).isPresent())
                        .filter(plan -> !plan.id().equals(contract.plan()))
                        .filter(
                                plan ->
                                        hindrance(
                                                        switches,
                                                        product,
                                                        plan,
                                                        upgrades.contains(plan.id()))
                                                == null)
                        .toList(),
                addons.stream()
                        .filter(_ -> switches.on(PortalSwitch.ADD_ADDONS))
                        .filter(addon -> !addon.archived() && addon.pricingIn(currency).isPresent())
                        .filter(addon -> addon.productId().equals(product))
                        .toList());
    }

    /**
     * The switch that keeps customers from changing to {@code plan} by themselves; null where none
     * does.
     *
     * @param product of the present plan
     * @param upgrade whether the merchant counts the change as one
     */
    public static @Nullable PortalSwitch hindrance(
            PortalSwitches switches, UUID product, Plan plan, boolean upgrade) {
        var allowed =
                switch (switches.choice(PortalSwitch.PLAN_CHANGES, PlanChanges.class)) {
                    case NONE -> false;
                    case UPGRADES -> upgrade;
                    case BOTH_WAYS -> true;
                };
        if (!allowed) {
            return PortalSwitch.PLAN_CHANGES;
        }
        var chosen = switches.plans(PortalSwitch.PLANS_OFFERED);
        var offered =
                chosen.isEmpty() ? plan.productId().equals(product) : chosen.contains(plan.id());
        return offered ? null : PortalSwitch.PLANS_OFFERED;
    }
}
