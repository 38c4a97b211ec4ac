package dev.quittance.customers;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.quittance.customers.CustomerSearch.Sought;
import dev.quittance.platform.Below;
import dev.quittance.platform.Caller;
import dev.quittance.platform.Change;
import dev.quittance.platform.Changes;
import dev.quittance.platform.History;
import dev.quittance.platform.HistoryEntry;
import dev.quittance.platform.Page;
import graphql.relay.Connection;
import graphql.relay.Edge;
import graphql.relay.PageInfo;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads customers in GraphQL. */
@Controller
class CustomerController {
    private final Customers customers;
    private final CustomerListing listing;
    private final BillingGroupRepository groups;
    private final Changes changes;

    CustomerController(
            Customers customers,
            CustomerListing listing,
            BillingGroupRepository groups,
            Changes changes) {
        this.customers = customers;
        this.listing = listing;
        this.groups = groups;
        this.changes = changes;
    }

    /** A page of customers, with what was sought so that all of them can be counted. */
    record CustomerConnection(List<Edge<Customer>> edges, PageInfo pageInfo, Sought sought) {}

    @SchemaMapping(typeName = "Viewer", field = "customer")
    Mono<Customer> customerOfViewer(@ContextValue Caller caller) {
        return Mono.justOrEmpty(caller.customer()).flatMap(customers::get);
    }

    @QueryMapping
    Mono<Customer> customer(@Argument UUID id, @ContextValue Caller caller) {
        caller.mustOwn(id);
        return customers.get(id);
    }

    @QueryMapping
    Mono<CustomerConnection> customers(
            @Argument @Nullable CustomerFilter filter,
            @Argument int first,
            @Argument @Nullable String after) {
        return listing.page(filter == null ? CustomerFilter.NONE : filter, Page.of(first, after));
    }

    @SchemaMapping
    Mono<Long> totalCount(CustomerConnection connection) {
        return listing.count(connection.sought());
    }

    @SchemaMapping
    CompletableFuture<Connection<HistoryEntry>> history(
            Customer customer,
            @Argument int first,
            @Argument @Nullable String after,
            DataLoader<Below<String>, Connection<HistoryEntry>> history) {
        return history.load(new Below<>(customer.id(), History.CUSTOMER, Page.of(first, after)));
    }

    @BatchMapping
    Mono<Map<Customer, List<BillingGroup>>> billingGroups(List<Customer> owners) {
        return groups.of(ids(owners))
                .collectMultimap(BillingGroup::customer)
                .map(found -> grouped(owners, found));
    }

    @BatchMapping
    Mono<Map<Customer, List<String>>> billingFaults(List<Customer> owners) {
        return groups.standard(ids(owners))
                .map(
                        found ->
                                owners.stream()
                                        .distinct()
                                        .collect(
                                                toMap(
                                                        identity(),
                                                        own ->
                                                                BillingFaults.of(
                                                                        own,
                                                                        found.containsKey(
                                                                                own.id())))));
    }

    /** Many changes at once name nobody, and may concern this customer. */
    @SubscriptionMapping
    Flux<Change> customerChanged(@Argument UUID id) {
        return changes.stream()
                .filter(change -> change.id() == null || id.equals(change.customer()));
    }

    static List<UUID> ids(List<Customer> owners) {
        return owners.stream().map(Customer::id).distinct().toList();
    }

    static <T> Map<Customer, List<T>> grouped(
            List<Customer> owners, Map<UUID, Collection<T>> found) {
        return owners.stream()
                .distinct()
                .collect(
                        toMap(
                                identity(),
                                own -> List.copyOf(found.getOrDefault(own.id(), List.of()))));
    }
}
