package dev.quittance.contracting;

import static dev.quittance.preferences.PortalSwitch.ADD_ADDONS;
import static dev.quittance.preferences.PortalSwitch.CHANGE_COUPONS;
import static dev.quittance.preferences.PortalSwitch.CHANGE_QUANTITY;
import static dev.quittance.preferences.PortalSwitch.CHANGE_TIME;
import static dev.quittance.preferences.PortalSwitch.EDIT;
import static dev.quittance.preferences.PortalSwitch.LEAST_QUANTITY;
import static dev.quittance.preferences.PortalSwitch.MOST_QUANTITY;
import static dev.quittance.preferences.PortalSwitch.PLANS_OFFERED;
import static dev.quittance.preferences.PortalSwitch.REMOVE_ADDONS;

import dev.quittance.catalog.Addon;
import dev.quittance.catalog.Catalog;
import dev.quittance.catalog.ChangeTiming;
import dev.quittance.catalog.Plan;
import dev.quittance.catalog.PlanChangeRules;
import dev.quittance.contracting.ChangeSubscriptionInput.Wanted;
import dev.quittance.contracting.StartSubscriptionInput.SubscriptionAddonInput;
import dev.quittance.platform.InvalidInput;
import dev.quittance.platform.MoneyInput;
import dev.quittance.platform.Refused;
import dev.quittance.preferences.ChangeTimes;
import dev.quittance.preferences.PortalSwitch;
import dev.quittance.preferences.PortalSwitches;
import dev.quittance.preferences.SwitchedOff;
import dev.quittance.subscriptions.Changing.ChangeTime;
import dev.quittance.subscriptions.Life;
import dev.quittance.subscriptions.OpenItem;
import dev.quittance.subscriptions.SubscriptionOffers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Holds contacts to the changes that the merchant lets them make by themselves. They never name
 * prices: what they keep keeps its own.
 */
@Component
class EditGate {
    private final PortalGate gate;
    private final Catalog catalog;
    private final PlanChangeRules rules;

    EditGate(PortalGate gate, Catalog catalog, PlanChangeRules rules) {
        this.gate = gate;
        this.catalog = catalog;
        this.rules = rules;
    }

    /** What the caller may ask for, or a refusal; {@code when} is null for a reactivation. */
    Mono<Wanted> pass(Life life, Wanted wanted, @Nullable ChangeTime when) {
        return timed(life, wanted, when)
                .then(Mono.defer(() -> gate.binding(life.subscription())))
                .flatMap(bound -> bound(life, wanted, when, bound))
                .defaultIfEmpty(wanted);
    }

    /** The merchant's rule for a pair of plans binds everybody. */
    private Mono<Void> timed(Life life, Wanted wanted, @Nullable ChangeTime when) {
        var to = wanted.planId();
        return when == null || to == null
                ? Mono.empty()
                : rules.timing(life.subscription().plan(), to)
                        .filter(timing -> !timing.name().equals(when.name()))
                        .flatMap(
                                timing ->
                                        Mono.<Void>error(
                                                new Refused(
                                                        InvalidInput.of(
                                                                "when", otherwise(timing)))));
    }

    private static String otherwise(ChangeTiming timing) {
        return switch (timing) {
            case NOW -> "must be now: so the change between these plans is set";
            case TERM_END ->
                    "must be the end of the term: so the change between these plans is set";
        };
    }

    private Mono<Wanted> bound(
            Life life, Wanted wanted, @Nullable ChangeTime when, PortalSwitches bound) {
        if (when == null && wanted.nothing()) {
            return Mono.just(wanted);
        }
        bound.require(EDIT);
        refusePrices(wanted);
        time(when, bound);
        quantity(life, wanted, bound);
        if (!wanted.coupons().nothing()) {
            bound.require(CHANGE_COUPONS);
        }
        var plan = life.subscription().plan();
        var other = wanted.planId() == null ? plan : wanted.planId();
        return Mono.zip(
                        catalog.plans(List.of(plan, other)),
                        catalog.addons(addons(wanted)),
                        rules.timing(plan, other)
                                .map(ChangeTiming.NOW::equals)
                                .defaultIfEmpty(false))
                .map(
                        known -> {
                            plan(plan, other, known.getT1(), known.getT3(), bound);
                            addons(life, wanted, known.getT1().get(other), known.getT2(), bound);
                            return keepingPrices(life, wanted);
                        });
    }

    private static void time(@Nullable ChangeTime when, PortalSwitches bound) {
        var times = bound.choice(CHANGE_TIME, ChangeTimes.class);
        if (when == ChangeTime.NOW && !times.now()
                || when == ChangeTime.TERM_END && !times.termEnd()) {
            throw off(CHANGE_TIME);
        }
    }

    private static void quantity(Life life, Wanted wanted, PortalSwitches bound) {
        var quantity = wanted.quantity();
        if (quantity == null || quantity == life.open().getFirst().quantity()) {
            return;
        }
        bound.require(CHANGE_QUANTITY);
        if (quantity < bound.number(LEAST_QUANTITY)) {
            throw off(LEAST_QUANTITY);
        }
        if (quantity > bound.number(MOST_QUANTITY)) {
            throw off(MOST_QUANTITY);
        }
    }

    /** What the merchant lets happen at once between two plans counts as an upgrade. */
    private static void plan(
            UUID plan, UUID other, Map<UUID, Plan> known, boolean upgrade, PortalSwitches bound) {
        if (plan.equals(other)) {
            return;
        }
        var from = known.get(plan);
        var to = known.get(other);
        var hindrance =
                from == null || to == null
                        ? PLANS_OFFERED
                        : SubscriptionOffers.hindrance(bound, from.productId(), to, upgrade);
        if (hindrance != null) {
            throw off(hindrance);
        }
    }

    private static void addons(
            Life life,
            Wanted wanted,
            @Nullable Plan plan,
            Map<UUID, Addon> known,
            PortalSwitches bound) {
        if (wanted.addons() == null) {
            return;
        }
        for (var addon : wanted.addons()) {
            var held = held(life, addon.addonId());
            if (held == null || addon.quantity() > held.quantity()) {
                bound.require(ADD_ADDONS);
            }
            if (held != null && addon.quantity() < held.quantity()) {
                bound.require(REMOVE_ADDONS);
            }
            var found = known.get(addon.addonId());
            if (held == null
                    && (found == null
                            || plan == null
                            || !found.productId().equals(plan.productId()))) {
                throw off(ADD_ADDONS);
            }
        }
        for (var item : life.open()) {
            if (item.addon() != null
                    && wanted.addons().stream()
                            .noneMatch(addon -> addon.addonId().equals(item.addon()))) {
                bound.require(REMOVE_ADDONS);
            }
        }
    }

    private static void refusePrices(Wanted wanted) {
        if (wanted.ownPrice() != null) {
            throw new Refused(InvalidInput.of("ownPrice", "is not for customers to name"));
        }
        var addons = wanted.addons() == null ? List.<SubscriptionAddonInput>of() : wanted.addons();
        for (var i = 0; i < addons.size(); i++) {
            if (addons.get(i).ownPrice() != null) {
                throw new Refused(
                        InvalidInput.of(
                                "addons[%d].ownPrice".formatted(i),
                                "is not for customers to name"));
            }
        }
    }

    private static Wanted keepingPrices(Life life, Wanted wanted) {
        if (wanted.addons() == null) {
            return wanted;
        }
        var currency = CurrencyUnit.of(life.subscription().currency());
        var addons =
                wanted.addons().stream()
                        .map(
                                addon -> {
                                    var held = held(life, addon.addonId());
                                    return held == null || held.ownPrice() == null
                                            ? addon
                                            : new SubscriptionAddonInput(
                                                    addon.addonId(),
                                                    addon.quantity(),
                                                    new MoneyInput(held.ownPrice(), currency));
                                })
                        .toList();
        return new Wanted(wanted.planId(), wanted.quantity(), null, addons, wanted.coupons());
    }

    private static List<UUID> addons(Wanted wanted) {
        return wanted.addons() == null
                ? List.of()
                : wanted.addons().stream().map(SubscriptionAddonInput::addonId).toList();
    }

    private static @Nullable OpenItem held(Life life, UUID addon) {
        return life.open().stream()
                .filter(item -> addon.equals(item.addon()))
                .findFirst()
                .orElse(null);
    }

    private static Refused off(PortalSwitch one) {
        return new Refused(new SwitchedOff(one));
    }
}
