package dev.quittance.subscriptions;

import static java.util.Objects.requireNonNull;

import dev.quittance.platform.Page;
import dev.quittance.subscriptions.SubscriptionLists.Listed;
import graphql.relay.Connection;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads pages of subscriptions, each in two statements however long it is. */
@Component
class SubscriptionReading {
    private final SubscriptionLists lists;
    private final Subscriptions subscriptions;

    SubscriptionReading(SubscriptionLists lists, Subscriptions subscriptions) {
        this.lists = lists;
        this.subscriptions = subscriptions;
    }

    /** A page of all customers' subscriptions, newest first. */
    Mono<Connection<SubscriptionContract>> ofAll(SubscriptionFilter filter, Page page) {
        return lists.ofAll(filter, page)
                .collectList()
                .flatMap(listed -> contracts(listed).map(found -> page(page, listed, found)));
    }

    /** The same page of the lists of several customers. */
    Mono<Map<UUID, Connection<SubscriptionContract>>> ofCustomers(
            Collection<UUID> customers, SubscriptionFilter filter, Page page) {
        return lists.ofCustomers(customers, filter, page)
                .collectList()
                .flatMap(
                        listed ->
                                contracts(listed)
                                        .map(found -> pages(customers, page, listed, found)));
    }

    /**
     * The day on which each is billed next, where it is. What is billed at the end of its periods
     * is billed on its first day only if something is paid once.
     */
    Mono<Map<SubscriptionContract, LocalDate>> nextInvoices(List<SubscriptionContract> contracts) {
        var opening =
                contracts.stream()
                        .filter(SubscriptionContract::opens)
                        .map(SubscriptionContract::id)
                        .toList();
        return subscriptions
                .bases(opening)
                .collectMap(BillingBasis::subscription, Openings::firstBill)
                .map(
                        first ->
                                contracts.stream()
                                        .filter(one -> one.nextInvoiceOn() != null)
                                        .collect(
                                                Collectors.toMap(
                                                        Function.identity(),
                                                        one ->
                                                                first.getOrDefault(
                                                                        one.id(),
                                                                        requireNonNull(
                                                                                one
                                                                                        .nextInvoiceOn())),
                                                        (same, _) -> same)));
    }

    private Mono<Map<UUID, SubscriptionContract>> contracts(List<Listed> listed) {
        return subscriptions
                .byIds(listed.stream().map(Listed::id).toList())
                .collectMap(SubscriptionContract::id);
    }

    private static Map<UUID, Connection<SubscriptionContract>> pages(
            Collection<UUID> customers,
            Page page,
            List<Listed> listed,
            Map<UUID, SubscriptionContract> found) {
        var own = listed.stream().collect(Collectors.groupingBy(Listed::customer));
        return customers.stream()
                .distinct()
                .collect(
                        Collectors.toMap(
                                Function.identity(),
                                customer ->
                                        page(page, own.getOrDefault(customer, List.of()), found)));
    }

    private static Connection<SubscriptionContract> page(
            Page page, List<Listed> listed, Map<UUID, SubscriptionContract> found) {
        return page.connection(
                listed.stream().map(row -> requireNonNull(found.get(row.id()))).toList(),
                row -> List.of(row.startedOn().toString(), row.id().toString()));
    }
}
