package dev.quittance.invoicing;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.quittance.customers.Customer;
import dev.quittance.customers.Customers;
import dev.quittance.platform.Below;
import dev.quittance.platform.HistoryEntry;
import dev.quittance.platform.Page;
import dev.quittance.subscriptions.SubscriptionContract;
import dev.quittance.subscriptions.Subscriptions;
import graphql.relay.Connection;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** What leads from an invoice to other things, in GraphQL. */
@Controller
class InvoiceRelations {
    private final InvoiceRepository repository;
    private final Customers customers;
    private final Subscriptions subscriptions;

    InvoiceRelations(
            InvoiceRepository repository, Customers customers, Subscriptions subscriptions) {
        this.repository = repository;
        this.customers = customers;
        this.subscriptions = subscriptions;
    }

    @BatchMapping(typeName = "Invoice", field = "customer")
    Mono<Map<Invoice, Customer>> customers(List<Invoice> invoices) {
        return customers
                .byIds(invoices.stream().map(Invoice::customer).distinct().toList())
                .map(
                        found ->
                                invoices.stream()
                                        .distinct()
                                        .collect(
                                                toMap(
                                                        identity(),
                                                        one ->
                                                                Objects.requireNonNull(
                                                                        found.get(
                                                                                one.customer())))));
    }

    @BatchMapping(typeName = "Invoice", field = "subscriptions")
    Mono<Map<Invoice, List<SubscriptionContract>>> subscriptions(List<Invoice> invoices) {
        return repository
                .subscriptions(invoices.stream().map(Invoice::id).toList())
                .flatMap(
                        ids ->
                                byIds(ids.values().stream().flatMap(Collection::stream).toList())
                                        .map(found -> billedOn(invoices, ids, found)));
    }

    @BatchMapping(typeName = "InvoiceLine", field = "subscription")
    Mono<Map<InvoiceLine, SubscriptionContract>> subscriptionOfLines(List<InvoiceLine> lines) {
        var ids = lines.stream().map(InvoiceLine::subscription).filter(Objects::nonNull).toList();
        return byIds(ids)
                .map(
                        found -> {
                            var answer = new HashMap<InvoiceLine, SubscriptionContract>();
                            for (var line : lines) {
                                var subscription = found.get(line.subscription());
                                if (subscription != null) {
                                    answer.put(line, subscription);
                                }
                            }
                            return answer;
                        });
    }

    @SchemaMapping(typeName = "Invoice", field = "history")
    CompletableFuture<Connection<HistoryEntry>> history(
            Invoice invoice,
            @Argument int first,
            @Argument @Nullable String after,
            DataLoader<Below<String>, Connection<HistoryEntry>> history) {
        return history.load(new Below<>(invoice.id(), "INVOICE", Page.of(first, after)));
    }

    private Mono<Map<UUID, SubscriptionContract>> byIds(Collection<UUID> ids) {
        return subscriptions
                .byIds(ids.stream().distinct().toList())
                .collectMap(SubscriptionContract::id);
    }

    private static Map<Invoice, List<SubscriptionContract>> billedOn(
            List<Invoice> invoices,
            Map<UUID, Collection<UUID>> ids,
            Map<UUID, SubscriptionContract> found) {
        return invoices.stream()
                .distinct()
                .collect(
                        toMap(
                                identity(),
                                one ->
                                        ids.getOrDefault(one.id(), List.of()).stream()
                                                .map(found::get)
                                                .filter(Objects::nonNull)
                                                .toList()));
    }
}
