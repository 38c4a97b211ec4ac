package dev.quittance.latefees;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;

import dev.quittance.catalog.Catalog;
import dev.quittance.catalog.Plan;
import dev.quittance.customers.Customer;
import dev.quittance.customers.Customers;
import dev.quittance.invoicing.Invoice;
import dev.quittance.invoicing.Invoices;
import dev.quittance.latefees.LateFeeRules.RemoveLateFeeRuleInput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Late fees and their rules, in GraphQL. */
@Controller
class LateFeeController {
    private final LateFeeRules rules;
    private final LateFeeRepository fees;
    private final Catalog catalog;
    private final Customers customers;
    private final Invoices invoices;

    LateFeeController(
            LateFeeRules rules,
            LateFeeRepository fees,
            Catalog catalog,
            Customers customers,
            Invoices invoices) {
        this.rules = rules;
        this.fees = fees;
        this.catalog = catalog;
        this.customers = customers;
        this.invoices = invoices;
    }

    record LateFeeRuleSet(LateFeeRule rule) {}

    record LateFeeRuleRemoved(List<LateFeeRule> rules) {}

    @QueryMapping
    Flux<LateFeeRule> lateFeeRules() {
        return rules.all();
    }

    @MutationMapping
    Mono<LateFeeRuleSet> setLateFeeRule(@Argument SetLateFeeRuleInput input) {
        return rules.set(input).map(LateFeeRuleSet::new);
    }

    @MutationMapping
    Mono<LateFeeRuleRemoved> removeLateFeeRule(@Argument RemoveLateFeeRuleInput input) {
        return rules.remove(input)
                .then(Mono.defer(() -> rules.all().collectList()))
                .map(LateFeeRuleRemoved::new);
    }

    @BatchMapping(typeName = "LateFeeRule")
    Mono<Map<LateFeeRule, Plan>> plan(List<LateFeeRule> all) {
        return catalog.plans(ids(all, LateFeeRule::plan))
                .map(found -> each(all, LateFeeRule::plan, found));
    }

    @BatchMapping(typeName = "LateFeeRule")
    Mono<Map<LateFeeRule, Customer>> customer(List<LateFeeRule> all) {
        return customers
                .byIds(ids(all, LateFeeRule::customer))
                .map(found -> each(all, LateFeeRule::customer, found));
    }

    @BatchMapping(typeName = "Invoice")
    Mono<Map<Invoice, List<MadeFee>>> lateFees(List<Invoice> late) {
        return fees.of(late.stream().map(Invoice::id).toList())
                .collect(groupingBy(MadeFee::invoice))
                .map(
                        found ->
                                late.stream()
                                        .collect(
                                                Collectors.toMap(
                                                        Function.identity(),
                                                        one ->
                                                                found.getOrDefault(
                                                                        one.id(), List.of()))));
    }

    @BatchMapping(typeName = "Invoice")
    Mono<Map<Invoice, MadeFee>> lateFee(List<Invoice> billing) {
        return fees.billedBy(billing.stream().map(Invoice::id).toList())
                .collectMap(fee -> requireNonNull(fee.feeInvoice()))
                .map(found -> each(billing, Invoice::id, found));
    }

    @BatchMapping(typeName = "LateFee")
    Mono<Map<MadeFee, Invoice>> lateInvoice(List<MadeFee> made) {
        return invoices.byIds(ids(made, MadeFee::invoice))
                .map(found -> each(made, MadeFee::invoice, found));
    }

    @BatchMapping(typeName = "LateFee")
    Mono<Map<MadeFee, Invoice>> feeInvoice(List<MadeFee> made) {
        return invoices.byIds(ids(made, MadeFee::feeInvoice))
                .map(found -> each(made, MadeFee::feeInvoice, found));
    }

    private static <T> List<UUID> ids(List<T> all, Function<T, @Nullable UUID> id) {
        return all.stream().map(id).filter(Objects::nonNull).distinct().toList();
    }

    private static <T, V> Map<T, V> each(
            List<T> all, Function<T, @Nullable UUID> id, Map<UUID, V> found) {
        var each = new HashMap<T, V>();
        for (var one : all) {
            var key = id.apply(one);
            var value = key == null ? null : found.get(key);
            if (value != null) {
                each.put(one, value);
            }
        }
        return each;
    }
}
