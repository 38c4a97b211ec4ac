package dev.quittance.payments;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.quittance.invoicing.CreditNote;
import dev.quittance.invoicing.CreditNotes;
import dev.quittance.invoicing.Invoice;
import dev.quittance.invoicing.Invoices;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** What paid what, in GraphQL. */
@Controller
class AllocationController {
    private final Allocations allocations;
    private final Payments payments;
    private final Invoices invoices;
    private final CreditNotes creditNotes;

    AllocationController(
            Allocations allocations,
            Payments payments,
            Invoices invoices,
            CreditNotes creditNotes) {
        this.allocations = allocations;
        this.payments = payments;
        this.invoices = invoices;
        this.creditNotes = creditNotes;
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
                                each(
                                        payments,
                                        payment -> found.getOrDefault(payment.id(), List.of())));
    }

    @BatchMapping(typeName = "Invoice", field = "allocations")
    Mono<Map<Invoice, List<Allocation>>> paying(List<Invoice> invoices) {
        return ofInvoices(invoices);
    }

    @BatchMapping(typeName = "Invoice")
    Mono<Map<Invoice, List<InvoicePayment>>> payments(List<Invoice> invoices) {
        return ofInvoices(invoices)
                .map(found -> each(invoices, invoice -> parts(found.get(invoice))));
    }

    @BatchMapping(typeName = "Allocation")
    Mono<Map<Allocation, Invoice>> invoice(List<Allocation> allocations) {
        return invoices.byIds(named(allocations, Allocation::invoice))
                .map(
                        found ->
                                each(
                                        allocations,
                                        allocation ->
                                                requireNonNull(found.get(allocation.invoice()))));
    }

    @BatchMapping(typeName = "Allocation", field = "payment")
    Mono<Map<Allocation, Payment>> allocatedPayment(List<Allocation> allocations) {
        return payments.byIds(named(allocations, Allocation::payment))
                .collectMap(Payment::id)
                .map(found -> where(allocations, one -> found.get(one.payment())));
    }

    @BatchMapping(typeName = "Allocation")
    Mono<Map<Allocation, CreditNote>> creditNote(List<Allocation> allocations) {
        return creditNotes
                .byIds(List.copyOf(named(allocations, Allocation::creditNote)))
                .map(notes -> notes.stream().collect(toMap(CreditNote::id, Function.identity())))
                .map(found -> where(allocations, one -> found.get(one.creditNote())));
    }

    @BatchMapping(typeName = "InvoicePayment")
    Mono<Map<InvoicePayment, Payment>> payment(List<InvoicePayment> parts) {
        return payments.byIds(named(parts, InvoicePayment::paymentId))
                .collectMap(Payment::id)
                .map(found -> each(parts, part -> requireNonNull(found.get(part.paymentId()))));
    }

    private Mono<Map<Invoice, List<Allocation>>> ofInvoices(List<Invoice> invoices) {
        return allocations
                .paying(named(invoices, Invoice::id))
                .collect(groupingBy(Allocation::invoice))
                .map(
                        found ->
                                each(
                                        invoices,
                                        invoice -> found.getOrDefault(invoice.id(), List.of())));
    }

    private static List<InvoicePayment> parts(@Nullable List<Allocation> allocations) {
        return requireNonNull(allocations).stream()
                .filter(part -> part.payment() != null)
                .map(part -> new InvoicePayment(requireNonNull(part.payment()), part.amount()))
                .toList();
    }

    private static <T> Collection<UUID> named(List<T> all, Function<T, @Nullable UUID> id) {
        return all.stream().map(id).filter(Objects::nonNull).distinct().toList();
    }

    private static <K, V> Map<K, V> each(List<K> keys, Function<K, V> value) {
        return keys.stream().distinct().collect(toMap(Function.identity(), value));
    }

    /** Only those that have a value. */
    private static <K, V> Map<K, V> where(List<K> keys, Function<K, @Nullable V> value) {
        var found = new HashMap<K, V>();
        for (var key : keys) {
            var its = value.apply(key);
            if (its != null) {
                found.put(key, its);
            }
        }
        return found;
    }
}
