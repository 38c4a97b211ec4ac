package dev.quittance.payments;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.quittance.customers.Customer;
import dev.quittance.documents.DocumentKind;
import dev.quittance.documents.DocumentLinks;
import dev.quittance.platform.Below;
import dev.quittance.platform.Below.Nothing;
import dev.quittance.platform.Caller;
import dev.quittance.platform.Page;
import graphql.relay.Connection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.dataloader.DataLoader;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Refunds, in GraphQL. */
@Controller
class RefundController {
    private final Refunds refunds;
    private final RefundedParts parts;
    private final Payments payments;
    private final DocumentLinks links;

    RefundController(Refunds refunds, RefundedParts parts, Payments payments, DocumentLinks links) {
        this.refunds = refunds;
        this.parts = parts;
        this.payments = payments;
        this.links = links;
    }

    @QueryMapping
    Mono<Connection<Refund>> refunds(
            @Argument @Nullable RefundFilter filter,
            @Argument int first,
            @Argument @Nullable String after) {
        return refunds.list(filter == null ? RefundFilter.ALL : filter, Page.of(first, after));
    }

    @QueryMapping
    Mono<Refund> refund(@Argument UUID id, @ContextValue Caller caller) {
        return refunds.get(id, caller);
    }

    @SchemaMapping(typeName = "Customer", field = "refunds")
    CompletableFuture<Connection<Refund>> ofCustomer(
            Customer customer,
            @Argument int first,
            @Argument @Nullable String after,
            DataLoader<Below<Nothing>, Connection<Refund>> customerRefunds) {
        return customerRefunds.load(Below.of(customer.id(), Page.of(first, after)));
    }

    @BatchMapping(typeName = "Payment", field = "refunds")
    Mono<Map<Payment, List<Refund>>> ofPayments(List<Payment> payments) {
        return refunds.ofPayments(payments.stream().map(Payment::id).distinct().toList())
                .collect(groupingBy(Refund::paymentId))
                .map(
                        found ->
                                payments.stream()
                                        .distinct()
                                        .collect(
                                                toMap(
                                                        Function.identity(),
                                                        payment ->
                                                                found.getOrDefault(
                                                                        payment.id(), List.of()))));
    }

    @BatchMapping(typeName = "Payment")
    Mono<Map<Payment, Money>> refunded(List<Payment> payments) {
        return parts.of(payments.stream().map(Payment::id).distinct().toList())
                .map(
                        found ->
                                payments.stream()
                                        .distinct()
                                        .collect(
                                                toMap(
                                                        Function.identity(),
                                                        payment ->
                                                                found.getOrDefault(
                                                                        payment.id(),
                                                                        Money.zero(
                                                                                payment.amount()
                                                                                        .getCurrencyUnit())))));
    }

    @BatchMapping(typeName = "Refund")
    Mono<Map<Refund, Payment>> payment(List<Refund> refunds) {
        return payments.byIds(refunds.stream().map(Refund::paymentId).distinct().toList())
                .collectMap(Payment::id)
                .map(
                        found ->
                                refunds.stream()
                                        .distinct()
                                        .collect(
                                                toMap(
                                                        Function.identity(),
                                                        refund ->
                                                                requireNonNull(
                                                                        found.get(
                                                                                refund
                                                                                        .paymentId())))));
    }

    @SchemaMapping(typeName = "Refund")
    @Nullable String documentUrl(Refund refund, @ContextValue Caller caller) {
        return refund.number() == null
                ? null
                : links.url(DocumentKind.REFUND, refund.id(), refund.customer(), caller);
    }
}
