package dev.quittance.contracting;

import static java.util.Objects.requireNonNull;

import dev.quittance.catalog.Addon;
import dev.quittance.catalog.Plan;
import dev.quittance.catalog.Pricing;
import dev.quittance.contracting.StartSubscriptionInput.SubscriptionAddonInput;
import dev.quittance.platform.MoneyInput;
import dev.quittance.subscriptions.BillingBasis;
import dev.quittance.subscriptions.ItemKind;
import dev.quittance.subscriptions.NewSubscription;
import dev.quittance.subscriptions.Recurrence;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** The items of a subscription that starts, as they are billed. */
final class StartItems {
    private StartItems() {}

    /** The plan, then the addons in their order. */
    static List<BillingBasis.Item> of(StartFacts facts, NewSubscription subscription) {
        var plan = requireNonNull(facts.plan());
        var input = facts.input();
        var items = new ArrayList<BillingBasis.Item>();
        var own = own(input.ownPrice());
        items.add(
                new BillingBasis.Item(
                        subscription.items().getFirst().id(),
                        ItemKind.PLAN,
                        plan.name(),
                        input.quantity(),
                        own != null ? Pricing.perUnit(own) : list(plan, facts.currency()),
                        null,
                        own != null,
                        Recurrence.EACH_PERIOD,
                        plan.taxCategoryId(),
                        plan.taxInclusive(),
                        subscription.startedOn(),
                        null));
        for (var i = 0; i < input.addons().size(); i++) {
            items.add(
                    item(
                            facts,
                            input.addons().get(i),
                            subscription.items().get(i + 1).id(),
                            subscription.startedOn()));
        }
        return items;
    }

    private static BillingBasis.Item item(
            StartFacts facts, SubscriptionAddonInput given, UUID id, LocalDate from) {
        var addon = requireNonNull(facts.addons().get(given.addonId()));
        var own = own(given.ownPrice());
        return new BillingBasis.Item(
                id,
                ItemKind.ADDON,
                addon.name(),
                given.quantity(),
                own != null ? Pricing.perUnit(own) : list(addon, facts.currency()),
                null,
                own != null,
                addon.oneTime() ? Recurrence.ONCE : Recurrence.EACH_PERIOD,
                addon.taxCategoryId(),
                requireNonNull(facts.plan()).taxInclusive(),
                from,
                null);
    }

    static @Nullable BigDecimal own(@Nullable MoneyInput price) {
        return price == null ? null : price.amount();
    }

    private static @Nullable Pricing list(Plan plan, CurrencyUnit currency) {
        return plan.pricingIn(currency).orElse(null);
    }

    private static @Nullable Pricing list(Addon addon, CurrencyUnit currency) {
        return addon.pricingIn(currency).orElse(null);
    }
}
