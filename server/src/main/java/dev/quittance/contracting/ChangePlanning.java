package dev.quittance.contracting;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import dev.quittance.catalog.Catalog;
import dev.quittance.contracting.ChangeSubscriptionInput.Couponing;
import dev.quittance.contracting.ChangeSubscriptionInput.Wanted;
import dev.quittance.contracting.StartSubscriptionInput.SubscriptionAddonInput;
import dev.quittance.customers.Customers;
import dev.quittance.platform.MoneyInput;
import dev.quittance.platform.NotFound;
import dev.quittance.subscriptions.ChangeTarget;
import dev.quittance.subscriptions.CouponStep;
import dev.quittance.subscriptions.CouponsAsked;
import dev.quittance.subscriptions.ItemsWanted;
import dev.quittance.subscriptions.ItemsWanted.AddonWanted;
import dev.quittance.subscriptions.Life;
import dev.quittance.subscriptions.NewSubscription.Backdating;
import dev.quittance.subscriptions.OpenItem;
import dev.quittance.subscriptions.Redemptions;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Finds what a subscription would become, priced and checked just as if it started like that today.
 */
@Component
class ChangePlanning {
    private final Customers customers;
    private final Catalog catalog;
    private final Redemptions redemptions;

    ChangePlanning(Customers customers, Catalog catalog, Redemptions redemptions) {
        this.customers = customers;
        this.catalog = catalog;
        this.redemptions = redemptions;
    }

    Mono<ChangeTarget> target(Life life, Wanted wanted) {
        var asked = asked(life, wanted);
        var addons = asked.addons().stream().map(SubscriptionAddonInput::addonId).toList();
        return Mono.zip(
                        customers
                                .billable(List.of(asked.customerId()))
                                .mapNotNull(found -> found.get(asked.customerId()))
                                .switchIfEmpty(Mono.error(() -> new NotFound("customer"))),
                        catalog.plans(List.of(asked.planId())),
                        catalog.addons(addons))
                .map(
                        found ->
                                new StartFacts(
                                        asked,
                                        found.getT1(),
                                        found.getT2().get(asked.planId()),
                                        found.getT3(),
                                        held(life),
                                        CouponsAsked.NONE,
                                        life.setting().firstPeriod(),
                                        life.basis().counting().zone(),
                                        life.today(),
                                        life.today()))
                .map(ChangePlanning::target)
                .flatMap(target -> couponed(life, wanted.coupons(), target));
    }

    private Mono<ChangeTarget> couponed(Life life, Couponing wanted, ChangeTarget target) {
        var subscription = life.subscription();
        return wanted.nothing()
                ? Mono.just(target)
                : Mono.zip(
                                redemptions.asked(subscription.customer(), wanted.codes()),
                                redemptions.of(subscription.id()))
                        .map(
                                found ->
                                        target.with(
                                                CouponChange.decide(
                                                        life,
                                                        target.wanted().plan(),
                                                        found.getT1(),
                                                        wanted.removed(),
                                                        found.getT2())));
    }

    private static ChangeTarget target(StartFacts facts) {
        var start = Start.decide(facts);
        var plan = requireNonNull(facts.plan());
        return new ChangeTarget(
                wanted(facts.input()),
                start.basis().items(),
                plan.interval(),
                plan.terms().proration(),
                plan.terms().billingCycles(),
                start.basis().setupFee(),
                plan.terms().leadDays(),
                plan.terms().chargedIn(),
                CouponStep.NONE);
    }

    /** The change as a start from scratch. */
    private static StartSubscriptionInput asked(Life life, Wanted wanted) {
        var subscription = life.subscription();
        var currency = CurrencyUnit.of(subscription.currency());
        var held = life.open().getFirst();
        var planId = requireNonNullElse(wanted.planId(), subscription.plan());
        return new StartSubscriptionInput(
                subscription.customer(),
                planId,
                requireNonNullElse(wanted.quantity(), held.quantity()),
                currency,
                ownPrice(wanted, held, planId.equals(subscription.plan()), currency),
                wanted.addons() != null ? wanted.addons() : addons(life, currency),
                null,
                null,
                Backdating.THIS_TERM,
                List.of(),
                null,
                null,
                "");
    }

    private static @Nullable MoneyInput ownPrice(
            Wanted wanted, OpenItem held, boolean samePlan, CurrencyUnit currency) {
        if (wanted.ownPrice() != null) {
            return wanted.ownPrice();
        }
        return samePlan ? money(held.ownPrice(), currency) : null;
    }

    private static List<SubscriptionAddonInput> addons(Life life, CurrencyUnit currency) {
        return life.open().stream()
                .filter(item -> item.addon() != null)
                .map(
                        item ->
                                new SubscriptionAddonInput(
                                        requireNonNull(item.addon()),
                                        item.quantity(),
                                        money(item.ownPrice(), currency)))
                .toList();
    }

    private static @Nullable MoneyInput money(@Nullable BigDecimal price, CurrencyUnit currency) {
        return price == null ? null : new MoneyInput(price, currency);
    }

    private static ItemsWanted wanted(StartSubscriptionInput input) {
        return new ItemsWanted(
                input.planId(),
                input.quantity(),
                price(input.ownPrice()),
                input.addons().stream()
                        .map(
                                addon ->
                                        new AddonWanted(
                                                addon.addonId(),
                                                addon.quantity(),
                                                price(addon.ownPrice())))
                        .toList());
    }

    private static @Nullable BigDecimal price(@Nullable MoneyInput given) {
        return given == null ? null : given.amount();
    }

    private static Set<UUID> held(Life life) {
        var held = new HashSet<UUID>();
        held.add(life.subscription().plan());
        for (var item : life.open()) {
            if (item.addon() != null) {
                held.add(item.addon());
            }
        }
        return held;
    }
}
