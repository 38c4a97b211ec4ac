package dev.quittance.disputes;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.quittance.customers.Customer;
import dev.quittance.customers.Customers;
import dev.quittance.invoicing.Invoice;
import dev.quittance.invoicing.Invoices;
import dev.quittance.payments.Payment;
import dev.quittance.payments.Payments;
import dev.quittance.platform.Below;
import dev.quittance.platform.HistoryEntry;
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
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Disputes, in GraphQL. */
@Controller
class DisputeController {
    private final DisputeRepository repository;
    private final DisputeTransfers transfers;
    private final Payments payments;
    private final Customers customers;
    private final Invoices invoices;

    DisputeController(
            DisputeRepository repository,
            DisputeTransfers transfers,
            Payments payments,
            Customers customers,
            Invoices invoices) {
        this.repository = repository;
        this.transfers = transfers;
        this.payments = payments;
        this.customers = customers;
        this.invoices = invoices;
    }

    @BatchMapping(typeName = "Dispute")
    Mono<Map<Dispute, Payment>> payment(List<Dispute> disputes) {
        return payments.byIds(ids(disputes, Dispute::paymentId))
                .collectMap(Payment::id)
                .map(found -> each(disputes, one -> requireNonNull(found.get(one.paymentId()))));
    }

    @BatchMapping(typeName = "Dispute")
    Mono<Map<Dispute, Customer>> customer(List<Dispute> disputes) {
        return customers
                .byIds(ids(disputes, Dispute::customerId))
                .map(found -> each(disputes, one -> requireNonNull(found.get(one.customerId()))));
    }

    @SchemaMapping(typeName = "Dispute")
    Money fee(Dispute dispute) {
        return dispute.fee().minus(dispute.feeReturned());
    }

    @BatchMapping(typeName = "Dispute", field = "invoices")
    Mono<Map<Dispute, List<DisputedShare>>> shares(List<Dispute> disputes) {
        return repository
                .shares(ids(disputes, Dispute::id))
                .collect(groupingBy(DisputedShare::disputeId))
                .map(found -> each(disputes, one -> found.getOrDefault(one.id(), List.of())));
    }

    @BatchMapping(typeName = "DisputedInvoice")
    Mono<Map<DisputedShare, Invoice>> invoice(List<DisputedShare> shares) {
        return invoices.byIds(shares.stream().map(DisputedShare::invoiceId).distinct().toList())
                .map(found -> each(shares, one -> requireNonNull(found.get(one.invoiceId()))));
    }

    @BatchMapping(typeName = "Dispute")
    Mono<Map<Dispute, List<DisputeTransfer>>> transfers(List<Dispute> disputes) {
        return transfers
                .of(ids(disputes, Dispute::id))
                .collect(groupingBy(DisputeTransfer::disputeId))
                .map(found -> each(disputes, one -> found.getOrDefault(one.id(), List.of())));
    }

    @SchemaMapping(typeName = "Dispute")
    CompletableFuture<Connection<HistoryEntry>> history(
            Dispute dispute,
            @Argument int first,
            @Argument @Nullable String after,
            DataLoader<Below<String>, Connection<HistoryEntry>> history) {
        return history.load(new Below<>(dispute.id(), DisputeNews.KIND, Page.of(first, after)));
    }

    @BatchMapping(typeName = "Payment", field = "disputes")
    Mono<Map<Payment, List<Dispute>>> ofPayments(List<Payment> payments) {
        return repository
                .ofPayments(ids(payments, Payment::id))
                .collect(groupingBy(Dispute::paymentId))
                .map(found -> each(payments, one -> found.getOrDefault(one.id(), List.of())));
    }

    private static <T> List<UUID> ids(List<T> all, Function<T, UUID> id) {
        return all.stream().map(id).distinct().toList();
    }

    private static <K, V> Map<K, V> each(List<K> keys, Function<K, V> value) {
        return keys.stream().distinct().collect(toMap(Function.identity(), value));
    }
}
