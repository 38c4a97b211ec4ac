package dev.quittance.collection;

import dev.quittance.customers.Customers;
import dev.quittance.invoicing.Invoice;
import dev.quittance.invoicing.InvoiceStatus;
import dev.quittance.invoicing.Invoices;
import dev.quittance.payments.Allocation;
import dev.quittance.payments.Allocations;
import dev.quittance.platform.Idempotency;
import dev.quittance.platform.NotFound;
import dev.quittance.platform.Problem;
import dev.quittance.platform.Refused;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Lets staff take back what paid an invoice: it becomes credit, and the invoice owes it again. */
@Service
class UndoingAllocation {
    private final Allocations allocations;
    private final TakingBack taking;
    private final Customers customers;
    private final Invoices invoices;
    private final Idempotency idempotency;

    UndoingAllocation(
            Allocations allocations,
            TakingBack taking,
            Customers customers,
            Invoices invoices,
            Idempotency idempotency) {
        this.allocations = allocations;
        this.taking = taking;
        this.customers = customers;
        this.invoices = invoices;
        this.idempotency = idempotency;
    }

    record UndoAllocationInput(UUID allocationId, String idempotencyKey) {}

    /** What had paid the invoice is credit again. */
    record AllocationUndone(Invoice invoice, Money credit) {}

    /** What settles a cancelled invoice stays. */
    record AllocationStays(String invoiceNumber) implements Problem {
        @Override
        public String message() {
            return "Invoice %s is cancelled; its cancellation settles it for good."
                    .formatted(invoiceNumber);
        }
    }

    /** What the act's transaction left behind. */
    record Undone(UUID invoice, Money credit) {}

    Mono<AllocationUndone> undo(UndoAllocationInput input) {
        return idempotency
                .once(
                        "undoAllocation",
                        input.idempotencyKey(),
                        input,
                        Undone.class,
                        () -> takeBack(input.allocationId()))
                .flatMap(
                        undone ->
                                invoices.get(undone.invoice())
                                        .map(
                                                invoice ->
                                                        new AllocationUndone(
                                                                invoice, undone.credit())));
    }

    private Mono<Undone> takeBack(UUID id) {
        return standing(id)
                .flatMap(seen -> customers.lock(seen.customer()))
                .then(Mono.defer(() -> standing(id)))
                .flatMap(held -> refuseCancelled(held).thenReturn(held))
                .flatMap(
                        held ->
                                taking.back(List.of(held))
                                        .thenReturn(new Undone(held.invoice(), held.amount())));
    }

    private Mono<Allocation> standing(UUID id) {
        return allocations
                .byIds(List.of(id))
                .next()
                .switchIfEmpty(Mono.error(() -> new NotFound("allocation")));
    }

    private Mono<Void> refuseCancelled(Allocation allocation) {
        return invoices.get(allocation.invoice())
                .filter(invoice -> invoice.status() == InvoiceStatus.VOID)
                .flatMap(
                        invoice ->
                                Mono.error(
                                        new Refused(
                                                new AllocationStays(
                                                        String.valueOf(invoice.number())))));
    }
}
