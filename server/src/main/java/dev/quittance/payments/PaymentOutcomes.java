package dev.quittance.payments;

import dev.quittance.ledger.Balance;
import dev.quittance.ledger.Booking;
import dev.quittance.ledger.Ledger;
import dev.quittance.ledger.NewTransfer;
import dev.quittance.ledger.SourceKind;
import dev.quittance.organization.SeriesKind;
import dev.quittance.payments.AllocationPlan.Share;
import dev.quittance.platform.Amounts;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * What becomes of a payment: money that pays invoices, or nothing. Called inside a transaction that
 * has locked the customer, once for each payment.
 */
@Service
class PaymentOutcomes {
    private final PaymentRepository repository;
    private final Allocations allocations;
    private final Ledger ledger;
    private final Receipts receipts;
    private final PaidDrafts drafts;
    private final PaymentNews news;

    PaymentOutcomes(
            PaymentRepository repository,
            Allocations allocations,
            Ledger ledger,
            Receipts receipts,
            PaidDrafts drafts,
            PaymentNews news) {
        this.repository = repository;
        this.allocations = allocations;
        this.ledger = ledger;
        this.receipts = receipts;
        this.drafts = drafts;
        this.news = news;
    }

    /**
     * The money is ours: it pays what is still due, and the rest becomes credit. What was charged
     * before it was billed is posted first; {@link DraftUnpostable} where that can't be.
     */
    Mono<Void> succeed(UUID id, LocalDate on) {
        return get(id).delayUntil(this::post)
                .flatMap(
                        payment ->
                                settlement(payment, on)
                                        .flatMap(settlement -> succeed(payment, settlement)));
    }

    /** The money is ours: it pays {@code shares}, and the rest becomes credit. */
    Mono<Void> succeed(UUID id, List<Share> shares, LocalDate on) {
        return get(id).flatMap(
                        payment ->
                                succeed(
                                        payment,
                                        settlement(
                                                payment,
                                                on,
                                                new AllocationPlan(List.of(), shares))));
    }

    /** The money did not come after all. */
    Mono<Void> reverse(Payment payment, LocalDate on, String reason) {
        return allocations
                .ofPayments(List.of(payment.id()))
                .collectList()
                .flatMap(paid -> allocations.undo(paid, on))
                .then(Mono.defer(() -> ledger.book(List.of(reversal(payment, on)))))
                .then(repository.reverse(payment.id(), on, reason))
                .then(news.reversed(payment, reason));
    }

    /** Nothing came of it; everything is as it was. */
    Mono<Void> decline(UUID id, Decline decline) {
        return repository
                .decline(id, decline)
                .then(get(id))
                .flatMap(payment -> news.declined(payment, decline));
    }

    Mono<Void> move(UUID id, PaymentStatus status) {
        return repository.move(id, status).then(get(id)).flatMap(news::moved);
    }

    private Mono<Void> post(Payment payment) {
        return drafts.post(payment)
                .filter(invoices -> !invoices.isEmpty())
                .flatMap(invoices -> repository.target(payment.id(), invoices));
    }

    private Mono<Void> succeed(Payment payment, Settlement settlement) {
        return allocations
                .keep(settlement)
                .then(news.succeeded(payment))
                // The number comes last: it holds the series until the transaction ends.
                .then(receipts.issue(SeriesKind.RECEIPT, payment.customer(), settlement.on()))
                .flatMap(issue -> repository.succeed(payment.id(), issue, settlement.on()));
    }

    private Mono<Settlement> settlement(Payment payment, LocalDate on) {
        return Mono.zip(repository.payables(payment.id()).collectList(), credit(payment))
                .map(
                        due ->
                                settlement(
                                        payment,
                                        on,
                                        AllocationPlan.of(
                                                due.getT1(),
                                                due.getT2(),
                                                Amounts.minor(payment.amount()))));
    }

    private static Settlement settlement(Payment payment, LocalDate on, AllocationPlan plan) {
        return Settlement.ofPayment(payment.id(), payment.customer(), payment.amount(), on, plan);
    }

    private static NewTransfer reversal(Payment payment, LocalDate on) {
        return NewTransfer.of(
                Booking.PAYMENT_REVERSED,
                payment.customer(),
                payment.amount(),
                SourceKind.PAYMENT,
                payment.id(),
                on);
    }

    /** As much of the credit that was to be used as there still is. */
    private Mono<Long> credit(Payment payment) {
        var currency = payment.amount().getCurrencyUnit();
        return ledger.balances(List.of(payment.customer()))
                .map(Balance::credit)
                .filter(credit -> credit.getCurrencyUnit().equals(currency))
                .next()
                .map(credit -> Math.min(Amounts.minor(credit), Amounts.minor(payment.credit())))
                .defaultIfEmpty(0L);
    }

    private Mono<Payment> get(UUID id) {
        return repository.byIds(List.of(id)).single();
    }
}
