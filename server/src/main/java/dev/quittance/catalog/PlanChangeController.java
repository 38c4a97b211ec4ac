package dev.quittance.catalog;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Rules of plan changes and reasons of cancellations in GraphQL. */
@Controller
class PlanChangeController {
    private final PlanChangeRules rules;
    private final CancelReasons reasons;
    private final Catalog catalog;

    PlanChangeController(PlanChangeRules rules, CancelReasons reasons, Catalog catalog) {
        this.rules = rules;
        this.reasons = reasons;
        this.catalog = catalog;
    }

    /** Of which pair, and when; no timing takes the rule away. */
    record SetPlanChangeRuleInput(UUID fromPlanId, UUID toPlanId, @Nullable ChangeTiming timing) {}

    /** The plan that is changed from, with its rules as they are now. */
    record PlanChangeRuleSet(Plan plan) {}

    /** All reasons, in the merchant's order. */
    record SetCancelReasonsInput(List<String> reasons) {}

    /** The reasons as they are now. */
    record CancelReasonsSet(List<String> reasons) {}

    @BatchMapping(typeName = "Plan", field = "changeRules")
    Mono<Map<Plan, List<PlanChangeRule>>> rulesOfPlans(List<Plan> plans) {
        return rules.of(plans.stream().map(Plan::id).distinct().toList())
                .collectMultimap(PlanChangeRule::fromPlanId)
                .map(
                        found ->
                                plans.stream()
                                        .distinct()
                                        .collect(
                                                toMap(
                                                        identity(),
                                                        plan ->
                                                                List.copyOf(
                                                                        found.getOrDefault(
                                                                                plan.id(),
                                                                                List.of())))));
    }

    @BatchMapping(typeName = "PlanChangeRule", field = "toPlan")
    Mono<Map<PlanChangeRule, Plan>> plansOfRules(List<PlanChangeRule> owners) {
        return catalog.plans(owners.stream().map(PlanChangeRule::toPlanId).distinct().toList())
                .map(
                        found ->
                                owners.stream()
                                        .distinct()
                                        .collect(
                                                toMap(
                                                        identity(),
                                                        rule -> found.get(rule.toPlanId()))));
    }

    @QueryMapping
    Mono<List<String>> cancelReasons() {
        return reasons.all();
    }

    @MutationMapping
    Mono<PlanChangeRuleSet> setPlanChangeRule(@Argument SetPlanChangeRuleInput input) {
        return rules.set(input.fromPlanId(), input.toPlanId(), input.timing())
                .map(PlanChangeRuleSet::new);
    }

    @MutationMapping
    Mono<CancelReasonsSet> setCancelReasons(@Argument SetCancelReasonsInput input) {
        return reasons.set(input.reasons()).map(CancelReasonsSet::new);
    }
}
