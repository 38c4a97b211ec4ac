package dev.quittance.subscriptions;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.quittance.catalog.Catalog;
import dev.quittance.catalog.ChangeTiming;
import dev.quittance.catalog.Plan;
import dev.quittance.catalog.PlanChangeRule;
import dev.quittance.catalog.PlanChangeRules;
import dev.quittance.preferences.PortalSwitch;
import dev.quittance.preferences.PortalSwitches;
import dev.quittance.preferences.PreferencePlace;
import dev.quittance.preferences.Switches;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds what customers may change their subscriptions to by themselves. */
@Service
class Offering {
    private final Switches switches;
    private final Catalog catalog;
    private final PlanChangeRules rules;

    Offering(Switches switches, Catalog catalog, PlanChangeRules rules) {
        this.switches = switches;
        this.catalog = catalog;
        this.rules = rules;
    }

    /** The switches that stand for each of these, in one statement. */
    Mono<Map<SubscriptionContract, PortalSwitches>> switches(
            Collection<SubscriptionContract> contracts) {
        return switches.of(contracts.stream().map(Offering::place).toList())
                .map(
                        found ->
                                contracts.stream()
                                        .distinct()
                                        .collect(
                                                toMap(
                                                        identity(),
                                                        one ->
                                                                requireNonNull(
                                                                        found.get(place(one))))));
    }

    /** What is offered for each of these, in as many statements as for one. */
    Mono<Map<SubscriptionContract, SubscriptionOffers>> of(
            Collection<SubscriptionContract> contracts) {
        return Mono.zip(
                        switches(contracts),
                        catalog.plans(contracts.stream().map(SubscriptionContract::plan).toList()))
                .flatMap(found -> decided(found.getT1(), found.getT2()));
    }

    private Mono<Map<SubscriptionContract, SubscriptionOffers>> decided(
            Map<SubscriptionContract, PortalSwitches> standing, Map<UUID, Plan> present) {
        var products = present.values().stream().map(Plan::productId).distinct().toList();
        var chosen =
                standing.values().stream()
                        .flatMap(one -> one.plans(PortalSwitch.PLANS_OFFERED).stream())
                        .distinct()
                        .toList();
        return Mono.zip(
                        Flux.concat(
                                        catalog.plansOfProducts(products),
                                        catalog.plans(chosen).flatMapIterable(Map::values))
                                .distinct(Plan::id)
                                .collectList(),
                        catalog.addonsOfProducts(products).collectList(),
                        upgrades(present.keySet()))
                .map(
                        sold -> {
                            var offers = new HashMap<SubscriptionContract, SubscriptionOffers>();
                            standing.forEach(
                                    (contract, switches) ->
                                            offers.put(
                                                    contract,
                                                    SubscriptionOffers.decide(
                                                            contract,
                                                            switches,
                                                            requireNonNull(
                                                                            present.get(
                                                                                    contract
                                                                                            .plan()))
                                                                    .productId(),
                                                            sold.getT1(),
                                                            sold.getT2(),
                                                            sold.getT3()
                                                                    .getOrDefault(
                                                                            contract.plan(),
                                                                            Set.of()))));
                            return offers;
                        });
    }

    /** By plan, the plans to which the merchant lets a change hold at once. */
    private Mono<Map<UUID, Set<UUID>>> upgrades(Collection<UUID> plans) {
        return rules.of(plans)
                .filter(rule -> rule.timing() == ChangeTiming.NOW)
                .collect(
                        groupingBy(
                                PlanChangeRule::fromPlanId,
                                mapping(PlanChangeRule::toPlanId, toSet())));
    }

    private static PreferencePlace place(SubscriptionContract contract) {
        return new PreferencePlace(contract.customer(), contract.plan());
    }
}
