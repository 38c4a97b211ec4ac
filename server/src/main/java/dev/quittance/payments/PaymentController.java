package dev.quittance.payments;

import dev.quittance.customers.Customer;
import dev.quittance.customers.Customers;
import dev.quittance.documents.DocumentKind;
import dev.quittance.documents.DocumentLinks;
import dev.quittance.platform.Below;
import dev.quittance.platform.Caller;
import dev.quittance.platform.Change;
import dev.quittance.platform.Changes;
import dev.quittance.platform.HistoryEntry;
import dev.quittance.platform.Page;
import graphql.relay.Connection;
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
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Payments, in GraphQL. */
@Controller
class PaymentController {
    private final Payments payments;
    private final Gateways gateways;
    private final Customers customers;
    private final DocumentLinks links;
    private final Changes changes;

    PaymentController(
            Payments payments,
            Gateways gateways,
            Customers customers,
            DocumentLinks links,
            Changes changes) {
        this.payments = payments;
        this.gateways = gateways;
        this.customers = customers;
        this.links = links;
        this.changes = changes;
    }

    @QueryMapping
    Mono<Connection<Payment>> payments(
            @Argument @Nullable PaymentFilter filter,
            @Argument int first,
            @Argument @Nullable String after) {
        return payments.list(filter == null ? PaymentFilter.ALL : filter, Page.of(first, after));
    }

    @QueryMapping
    Mono<Payment> payment(@Argument UUID id, @ContextValue Caller caller) {
        return payments.get(id, caller);
    }

    @SubscriptionMapping
    Flux<Change> paymentChanged(@ContextValue Caller caller) {
        return changes.stream("PAYMENT", caller);
    }

    @SchemaMapping
    CompletableFuture<Connection<Payment>> payments(
            Customer customer,
            @Argument @Nullable PaymentFilter filter,
            @Argument int first,
            @Argument @Nullable String after,
            DataLoader<Below<PaymentFilter>, Connection<Payment>> customerPayments) {
        return customerPayments.load(
                new Below<>(
                        customer.id(),
                        filter == null ? PaymentFilter.ALL : filter,
                        Page.of(first, after)));
    }

    @SchemaMapping(typeName = "Payment", field = "history")
    CompletableFuture<Connection<HistoryEntry>> historyOf(
            Payment payment,
            @Argument int first,
            @Argument @Nullable String after,
            DataLoader<Below<String>, Connection<HistoryEntry>> history) {
        return history.load(new Below<>(payment.id(), "PAYMENT", Page.of(first, after)));
    }

    @BatchMapping
    Mono<Map<Customer, Payment>> lastPayment(List<Customer> customers) {
        return payments.last(customers.stream().map(Customer::id).toList())
                .collectMap(Payment::customer)
                .map(
                        found -> {
                            var last = new HashMap<Customer, Payment>();
                            customers.forEach(
                                    customer -> {
                                        var payment = found.get(customer.id());
                                        if (payment != null) {
                                            last.put(customer, payment);
                                        }
                                    });
                            return last;
                        });
    }

    @SchemaMapping
    List<PaymentOption> paymentOptions(Customer customer) {
        return gateways.options();
    }

    @BatchMapping(typeName = "Payment")
    Mono<Map<Payment, Customer>> customer(List<Payment> payments) {
        return customers
                .byIds(payments.stream().map(Payment::customer).distinct().toList())
                .map(
                        found -> {
                            var owners = new HashMap<Payment, Customer>();
                            payments.forEach(
                                    payment ->
                                            owners.put(
                                                    payment,
                                                    Objects.requireNonNull(
                                                            found.get(payment.customer()))));
                            return owners;
                        });
    }

    @SchemaMapping(typeName = "Payment")
    @Nullable String receiptUrl(Payment payment, @ContextValue Caller caller) {
        return payment.number() == null
                ? null
                : links.url(DocumentKind.RECEIPT, payment.id(), payment.customer(), caller);
    }
}
