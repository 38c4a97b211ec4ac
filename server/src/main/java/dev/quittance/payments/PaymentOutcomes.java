package dev.quittance.payments;

import dev.quittance.ledger.Balance;
import dev.quittance.ledger.Ledger;
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
    private final PaymentNews news;

    PaymentOutcomes(
            PaymentRepository repository,
            Allocations allocations,
            Ledger ledger,
            Receipts receipts,
            PaymentNews news) {
        this.repository = repository;
        this.allocations = allocations;
        this.ledger = ledger;
        this.receipts = receipts;
        this.news = news;
    }

    /** The money is ours: it pays what is still due, and the rest becomes credit. */
    Mono<Void> succeed(UUID id, LocalDate on) {
        return get(id).flatMap(payment -> succeed(payment, on));
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

    private Mono<Void> succeed(Payment payment, LocalDate on) {
        return settlement(payment, on)
                .flatMap(allocations::keep)
                .then(news.succeeded(payment))
                // The number comes last: it holds the series until the transaction ends.
                .then(receipts.issue(payment.customer(), on))
                .flatMap(issue -> repository.succeed(payment.id(), issue, on));
    }

    private Mono<Settlement> settlement(Payment payment, LocalDate on) {
        return Mono.zip(repository.payables(payment.id()).collectList(), credit(payment))
                .map(
                        due ->
                                Settlement.ofPayment(
                                        payment.id(),
                                        payment.customer(),
                                        payment.amount(),
                                        on,
                                        AllocationPlan.of(
                                                due.getT1(),
                                                due.getT2(),
                                                Amounts.minor(payment.amount()))));
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
