package dev.quittance.subscriptions;

import dev.quittance.catalog.Catalog;
import dev.quittance.catalog.Plan;
import dev.quittance.customers.Customer;
import dev.quittance.customers.Customers;
import dev.quittance.platform.Below;
import dev.quittance.platform.Caller;
import dev.quittance.platform.HistoryEntry;
import dev.quittance.platform.NotFound;
import dev.quittance.platform.Page;
import graphql.relay.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dataloader.DataLoader;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Reads subscriptions in GraphQL. */
@Controller
class SubscriptionController {
    private final Subscriptions subscriptions;
    private final SubscriptionReading reading;
    private final Customers customers;
    private final Catalog catalog;

    SubscriptionController(
            Subscriptions subscriptions,
            SubscriptionReading reading,
            Customers customers,
            Catalog catalog) {
        this.subscriptions = subscriptions;
        this.reading = reading;
        this.customers = customers;
        this.catalog = catalog;
    }

    @QueryMapping
    Mono<Connection<SubscriptionContract>> subscriptions(
            @Argument @Nullable SubscriptionFilter filter,
            @Argument int first,
            @Argument @Nullable String after,
            @ContextValue Caller caller) {
        var page = Page.of(first, after);
        var own = caller.customer();
        return own == null
                ? reading.ofAll(SubscriptionFilter.orAll(filter), page)
                : reading.ofCustomers(List.of(own), SubscriptionFilter.orAll(filter), page)
                        .mapNotNull(found -> found.get(own));
    }

    @QueryMapping
    Mono<SubscriptionContract> subscription(@Argument UUID id, @ContextValue Caller caller) {
        return subscriptions
                .get(id)
                .filter(found -> caller.owns(found.customer()))
                .switchIfEmpty(Mono.error(() -> new NotFound("subscription")));
    }

    @SchemaMapping(typeName = "Customer", field = "subscriptions")
    CompletableFuture<Connection<SubscriptionContract>> subscriptionsOfCustomer(
            Customer customer,
            @Argument @Nullable SubscriptionFilter filter,
            @Argument int first,
            @Argument @Nullable String after,
            DataLoader<CustomerSubscriptions, Connection<SubscriptionContract>>
                    customerSubscriptions) {
        return customerSubscriptions.load(
                new CustomerSubscriptions(
                        customer.id(), SubscriptionFilter.orAll(filter), Page.of(first, after)));
    }

    @BatchMapping
    Mono<Map<SubscriptionContract, Customer>> customer(List<SubscriptionContract> contracts) {
        return customers
                .byIds(ids(contracts, SubscriptionContract::customer))
                .map(found -> each(contracts, SubscriptionContract::customer, found));
    }

    @BatchMapping
    Mono<Map<SubscriptionContract, Plan>> plan(List<SubscriptionContract> contracts) {
        return catalog.plans(ids(contracts, SubscriptionContract::plan))
                .map(found -> each(contracts, SubscriptionContract::plan, found));
    }

    @BatchMapping
    Mono<Map<SubscriptionContract, LocalDate>> nextInvoiceOn(List<SubscriptionContract> contracts) {
        return reading.nextInvoices(contracts);
    }

    @SchemaMapping
    CompletableFuture<List<SubscriptionItem>> items(
            SubscriptionContract contract,
            DataLoader<UUID, List<SubscriptionItem>> subscriptionItems) {
        return subscriptionItems.load(contract.id());
    }

    @SchemaMapping
    CompletableFuture<Money> recurringTotal(
            SubscriptionContract contract,
            DataLoader<UUID, List<SubscriptionItem>> subscriptionItems) {
        var none = Money.zero(CurrencyUnit.of(contract.currency()));
        return subscriptionItems
                .load(contract.id())
                .thenApply(
                        items ->
                                items.stream()
                                        .map(SubscriptionItem::recurring)
                                        .reduce(none, Money::plus));
    }

    @SchemaMapping
    CompletableFuture<Connection<HistoryEntry>> history(
            SubscriptionContract contract,
            @Argument int first,
            @Argument @Nullable String after,
            DataLoader<Below<String>, Connection<HistoryEntry>> history) {
        return history.load(new Below<>(contract.id(), "SUBSCRIPTION", Page.of(first, after)));
    }

    private static List<UUID> ids(
            List<SubscriptionContract> contracts, Function<SubscriptionContract, UUID> id) {
        return contracts.stream().map(id).distinct().toList();
    }

    private static <T> Map<SubscriptionContract, T> each(
            List<SubscriptionContract> contracts,
            Function<SubscriptionContract, UUID> id,
            Map<UUID, T> found) {
        return contracts.stream()
                .distinct()
                .filter(contract -> found.containsKey(id.apply(contract)))
                .collect(
                        Collectors.toMap(
                                Function.identity(), contract -> found.get(id.apply(contract))));
    }
}
