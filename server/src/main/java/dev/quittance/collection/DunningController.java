package dev.quittance.collection;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import dev.quittance.collection.DunningCase.Stage;
import dev.quittance.customers.Customer;
import dev.quittance.customers.Customers;
import dev.quittance.invoicing.Invoice;
import dev.quittance.invoicing.Invoices;
import dev.quittance.platform.Page;
import graphql.relay.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The dunning board, in GraphQL. */
@Controller
class DunningController {
    private final DunningCases cases;
    private final DunningSteering steering;
    private final DunningRuleRepository rules;
    private final Invoices invoices;
    private final Customers customers;

    DunningController(
            DunningCases cases,
            DunningSteering steering,
            DunningRuleRepository rules,
            Invoices invoices,
            Customers customers) {
        this.cases = cases;
        this.steering = steering;
        this.rules = rules;
        this.invoices = invoices;
        this.customers = customers;
    }

    record PauseDunningInput(UUID invoiceId) {}

    record ResumeDunningInput(UUID invoiceId) {}

    record StopDunningInput(UUID invoiceId) {}

    record TryChargeNowInput(UUID invoiceId) {}

    /** It is as was wished. */
    record DunningSteered(Invoice invoice) {}

    @QueryMapping
    Mono<Connection<DunningCase>> dunningCases(
            @Argument @Nullable DunningFilter filter,
            @Argument int first,
            @Argument @Nullable String after) {
        return cases.list(filter == null ? DunningFilter.ALL : filter, Page.of(first, after));
    }

    @QueryMapping
    Flux<DunningTotal> dunningTotals() {
        return cases.totals();
    }

    @MutationMapping
    Mono<DunningSteered> pauseDunning(@Argument PauseDunningInput input) {
        return steered(input.invoiceId(), steering.pause(input.invoiceId()));
    }

    @MutationMapping
    Mono<DunningSteered> resumeDunning(@Argument ResumeDunningInput input) {
        return steered(input.invoiceId(), steering.resume(input.invoiceId()));
    }

    @MutationMapping
    Mono<DunningSteered> stopDunning(@Argument StopDunningInput input) {
        return steered(input.invoiceId(), steering.stop(input.invoiceId()));
    }

    @MutationMapping
    Mono<DunningSteered> tryChargeNow(@Argument TryChargeNowInput input) {
        return steered(input.invoiceId(), steering.tryNow(input.invoiceId()));
    }

    @BatchMapping(typeName = "Invoice")
    Mono<Map<Invoice, DunningCase>> dunningCase(List<Invoice> all) {
        return cases.of(all.stream().map(Invoice::id).distinct().toList())
                .map(
                        found ->
                                all.stream()
                                        .distinct()
                                        .filter(invoice -> found.containsKey(invoice.id()))
                                        .collect(
                                                toMap(
                                                        Function.identity(),
                                                        invoice ->
                                                                requireNonNull(
                                                                        found.get(invoice.id())))));
    }

    @BatchMapping(typeName = "DunningCase")
    Mono<Map<DunningCase, Invoice>> invoice(List<DunningCase> all) {
        return invoices.byIds(ids(all, DunningCase::invoice))
                .map(found -> each(all, one -> requireNonNull(found.get(one.invoice()))));
    }

    @BatchMapping(typeName = "DunningCase")
    Mono<Map<DunningCase, Customer>> customer(List<DunningCase> all) {
        return customers
                .byIds(ids(all, DunningCase::customer))
                .map(found -> each(all, one -> requireNonNull(found.get(one.customer()))));
    }

    @BatchMapping(typeName = "DunningCase")
    Mono<Map<DunningCase, DunningRule>> rule(List<DunningCase> all) {
        return rules.of(ids(all, DunningCase::invoice))
                .map(found -> each(all, one -> requireNonNull(found.get(one.invoice()))));
    }

    @BatchMapping(typeName = "DunningCase")
    Mono<Map<DunningCase, LocalDate>> givenUpOn(List<DunningCase> all) {
        return rules.of(ids(all, DunningCase::invoice))
                .map(
                        found ->
                                all.stream()
                                        .filter(DunningCase::dunned)
                                        .collect(
                                                toMap(
                                                        Function.identity(),
                                                        one ->
                                                                requireNonNull(
                                                                                found.get(
                                                                                        one
                                                                                                .invoice()))
                                                                        .givenUpOn(
                                                                                one
                                                                                        .failedFirstOn()))));
    }

    @SchemaMapping(typeName = "DunningCase")
    Stage stage(DunningCase one) {
        return one.stage();
    }

    private Mono<DunningSteered> steered(UUID invoice, Mono<Void> act) {
        return act.then(Mono.defer(() -> invoices.get(invoice))).map(DunningSteered::new);
    }

    private static List<UUID> ids(List<DunningCase> all, Function<DunningCase, UUID> id) {
        return all.stream().map(id).distinct().toList();
    }

    private static <V> Map<DunningCase, V> each(
            List<DunningCase> keys, Function<DunningCase, V> value) {
        return keys.stream().distinct().collect(toMap(Function.identity(), value));
    }
}
