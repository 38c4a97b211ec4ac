package dev.quittance.payments;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.quittance.invoicing.Invoice;
import dev.quittance.invoicing.Invoices;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.joda.money.Money;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** What paid what, in GraphQL. */
@Controller
class AllocationController {
    private final Allocations allocations;
    private final Payments payments;
    private final Invoices invoices;

    AllocationController(Allocations allocations, Payments payments, Invoices invoices) {
        this.allocations = allocations;
        this.payments = payments;
        this.invoices = invoices;
    }

    /** The part of an invoice that one payment paid. */
    record InvoicePayment(UUID paymentId, Money amount) {}

    @BatchMapping(typeName = "Payment")
    Mono<Map<Payment, List<Allocation>>> allocations(List<Payment> payments) {
        return allocations
                .ofPayments(payments.stream().map(Payment::id).toList())
                .collect(groupingBy(allocation -> requireNonNull(allocation.payment())))
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

    @BatchMapping(typeName = "Allocation")
    Mono<Map<Allocation, Invoice>> invoice(List<Allocation> allocations) {
        return invoices.byIds(allocations.stream().map(Allocation::invoice).distinct().toList())
                .map(
                        found ->
                                allocations.stream()
                                        .distinct()
                                        .collect(
                                                toMap(
                                                        Function.identity(),
                                                        allocation ->
                                                                requireNonNull(
                                                                        found.get(
                                                                                allocation
                                                                                        .invoice())))));
    }

    @BatchMapping(typeName = "Invoice")
    Mono<Map<Invoice, List<InvoicePayment>>> payments(List<Invoice> invoices) {
        return allocations
                .ofInvoices(invoices.stream().map(Invoice::id).toList())
                .collect(groupingBy(Allocation::invoice))
                .map(
                        found ->
                                invoices.stream()
                                        .distinct()
                                        .collect(
                                                toMap(
                                                        Function.identity(),
                                                        invoice ->
                                                                parts(
                                                                        found.getOrDefault(
                                                                                invoice.id(),
                                                                                List.of())))));
    }

    @BatchMapping(typeName = "InvoicePayment")
    Mono<Map<InvoicePayment, Payment>> payment(List<InvoicePayment> parts) {
        return payments.byIds(parts.stream().map(InvoicePayment::paymentId).distinct().toList())
                .collectMap(Payment::id)
                .map(
                        found ->
                                parts.stream()
                                        .distinct()
                                        .collect(
                                                toMap(
                                                        Function.identity(),
                                                        part ->
                                                                requireNonNull(
                                                                        found.get(
                                                                                part
                                                                                        .paymentId())))));
    }

    private static List<InvoicePayment> parts(List<Allocation> allocations) {
        return allocations.stream()
                .map(part -> new InvoicePayment(requireNonNull(part.payment()), part.amount()))
                .toList();
    }
}
