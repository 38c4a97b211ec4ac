package dev.quittance.collection;

import dev.quittance.invoicing.Invoice;
import dev.quittance.invoicing.Invoices;
import dev.quittance.payments.Allocation;
import dev.quittance.payments.Payment;
import dev.quittance.payments.Payments;
import dev.quittance.platform.Idempotency;
import dev.quittance.platform.Problem;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.joda.money.Money;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Lets staff put an offline payment back to New, and shows before what that undoes. */
@Service
class Reversals {
    private final ReversalBasis basis;
    private final Payments payments;
    private final Invoices invoices;
    private final TakingBack taking;
    private final Idempotency idempotency;

    Reversals(
            ReversalBasis basis,
            Payments payments,
            Invoices invoices,
            TakingBack taking,
            Idempotency idempotency) {
        this.basis = basis;
        this.payments = payments;
        this.invoices = invoices;
        this.taking = taking;
        this.idempotency = idempotency;
    }

    record ReversePaymentInput(UUID paymentId, String reason, String idempotencyKey) {}

    /** What putting a payment back to New would undo; the credit may end below zero. */
    record ReversalPreview(Payment payment, List<ReopenedInvoice> reopened, Money creditAfter) {}

    /** An invoice that owes {@code amount} again. */
    record ReopenedInvoice(Invoice invoice, Money amount) {}

    /** The payment is New again; what it had paid is owed again. */
    record PaymentPutBack(Payment payment, List<Invoice> invoices) {}

    /** The payment can't be put back to New. */
    record PaymentStays(String message) implements Problem {}

    /** What the act's transaction left behind. */
    record Reversed(UUID payment, List<UUID> invoices) {}

    Mono<ReversalPreview> preview(UUID payment) {
        return payments.get(payment)
                .flatMap(
                        found ->
                                Mono.zip(basis.paid(found), basis.creditAfter(found))
                                        .flatMap(
                                                both ->
                                                        reopened(both.getT1())
                                                                .map(
                                                                        invoices ->
                                                                                new ReversalPreview(
                                                                                        found,
                                                                                        invoices,
                                                                                        both
                                                                                                .getT2()))));
    }

    Mono<PaymentPutBack> reverse(ReversePaymentInput input) {
        return idempotency
                .once(
                        "reversePayment",
                        input.idempotencyKey(),
                        input,
                        Reversed.class,
                        () -> undo(input))
                .flatMap(
                        done ->
                                Mono.zip(
                                        payments.get(done.payment()),
                                        invoices.byIds(done.invoices())))
                .map(
                        found ->
                                new PaymentPutBack(
                                        found.getT1(), List.copyOf(found.getT2().values())));
    }

    /** Within a transaction. */
    Mono<Reversed> undo(ReversePaymentInput input) {
        var reason = WritingOff.reason(input.reason());
        return basis.hold(input.paymentId())
                .zipWhen(basis::paid)
                .flatMap(
                        held ->
                                taking.reverse(held.getT1(), reason)
                                        .thenReturn(
                                                new Reversed(
                                                        held.getT1().id(),
                                                        held.getT2().stream()
                                                                .map(Allocation::invoice)
                                                                .distinct()
                                                                .toList())));
    }

    private Mono<List<ReopenedInvoice>> reopened(List<Allocation> paid) {
        return invoices.byIds(paid.stream().map(Allocation::invoice).distinct().toList())
                .map(
                        found ->
                                paid.stream()
                                        .map(
                                                one ->
                                                        new ReopenedInvoice(
                                                                Objects.requireNonNull(
                                                                        found.get(one.invoice())),
                                                                one.amount()))
                                        .toList());
    }
}
