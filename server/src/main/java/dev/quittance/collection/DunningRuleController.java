package dev.quittance.collection;

import static java.util.Objects.requireNonNull;

import dev.quittance.catalog.Catalog;
import dev.quittance.catalog.Plan;
import dev.quittance.collection.DunningRules.RemoveDunningRuleInput;
import dev.quittance.collection.DunningRules.SetDunningRuleInput;
import dev.quittance.customers.Customer;
import dev.quittance.customers.Customers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How what is not paid is followed up, in GraphQL. */
@Controller
class DunningRuleController {
    private final DunningRules rules;
    private final Catalog catalog;
    private final Customers customers;

    DunningRuleController(DunningRules rules, Catalog catalog, Customers customers) {
        this.rules = rules;
        this.catalog = catalog;
        this.customers = customers;
    }

    record DunningRuleSet(DunningRule rule) {}

    record DunningRuleRemoved(List<DunningRule> rules) {}

    @QueryMapping
    Flux<DunningRule> dunningRules() {
        return rules.all();
    }

    @MutationMapping
    Mono<DunningRuleSet> setDunningRule(@Argument SetDunningRuleInput input) {
        return rules.set(input).map(DunningRuleSet::new);
    }

    @MutationMapping
    Mono<DunningRuleRemoved> removeDunningRule(@Argument RemoveDunningRuleInput input) {
        return rules.remove(input)
                .then(Mono.defer(() -> rules.all().collectList()))
                .map(DunningRuleRemoved::new);
    }

    @BatchMapping(typeName = "DunningRule")
    Mono<Map<DunningRule, Plan>> plan(List<DunningRule> all) {
        return catalog.plans(ids(all, DunningRule::plan))
                .map(found -> each(all, DunningRule::plan, found));
    }

    @BatchMapping(typeName = "DunningRule")
    Mono<Map<DunningRule, Customer>> customer(List<DunningRule> all) {
        return customers
                .byIds(ids(all, DunningRule::customer))
                .map(found -> each(all, DunningRule::customer, found));
    }

    private static List<UUID> ids(List<DunningRule> all, Function<DunningRule, @Nullable UUID> id) {
        return all.stream().map(id).filter(Objects::nonNull).distinct().toList();
    }

    private static <V> Map<DunningRule, V> each(
            List<DunningRule> all, Function<DunningRule, @Nullable UUID> id, Map<UUID, V> found) {
        var each = new HashMap<DunningRule, V>();
        all.stream()
                .filter(one -> id.apply(one) != null)
                .forEach(one -> each.put(one, requireNonNull(found.get(id.apply(one)))));
        return each;
    }
}
