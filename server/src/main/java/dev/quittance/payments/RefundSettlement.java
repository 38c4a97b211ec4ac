package dev.quittance.payments;

import dev.quittance.ledger.Booking;
import dev.quittance.ledger.Ledger;
import dev.quittance.ledger.NewTransfer;
import dev.quittance.ledger.SourceKind;
import dev.quittance.organization.SeriesKind;
import dev.quittance.platform.BusinessClock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * What becomes of a refund: money that has gone back, or credit again. Called inside a transaction
 * that has locked the customer, each once for each refund.
 */
@Service
class RefundSettlement {
    private final RefundRepository repository;
    private final Ledger ledger;
    private final Receipts receipts;
    private final RefundNews news;
    private final BusinessClock clock;

    RefundSettlement(
            RefundRepository repository,
            Ledger ledger,
            Receipts receipts,
            RefundNews news,
            BusinessClock clock) {
        this.repository = repository;
        this.ledger = ledger;
        this.receipts = receipts;
        this.news = news;
        this.clock = clock;
    }

    /** {@code REFUND_PENDING → CLEARING}, with a document of its own. */
    Mono<Void> succeed(UUID id) {
        return Mono.zip(get(id), clock.today()).flatMap(now -> succeed(now.getT1(), now.getT2()));
    }

    /** {@code REFUND_PENDING → CUSTOMER_CREDIT}: the money is the customer's credit again. */
    Mono<Void> fail(UUID id, String why) {
        return Mono.zip(get(id), clock.today()).flatMap(now -> fail(now.getT1(), why, now.getT2()));
    }

    /** {@code CLEARING → CUSTOMER_CREDIT}: money that was sent came back. */
    Mono<Void> comeBack(UUID id, String why) {
        return Mono.zip(get(id), clock.today())
                .flatMap(now -> comeBack(now.getT1(), why, now.getT2()));
    }

    private Mono<Void> succeed(Refund refund, LocalDate on) {
        return ledger.book(List.of(transfer(refund, Booking.REFUND_SETTLED, on)))
                .then(Mono.defer(() -> news.settled(refund)))
                // The number comes last: it holds the series until the transaction ends.
                .then(Mono.defer(() -> receipts.issue(SeriesKind.REFUND, refund.customer(), on)))
                .flatMap(issue -> repository.succeed(refund.id(), issue, on));
    }

    private Mono<Void> fail(Refund refund, String why, LocalDate on) {
        return ledger.book(List.of(transfer(refund, Booking.REFUND_FAILED, on)))
                .then(repository.fail(refund.id(), why, on))
                .then(Mono.defer(() -> news.failed(refund, why)));
    }

    private Mono<Void> comeBack(Refund refund, String why, LocalDate on) {
        return ledger.book(List.of(transfer(refund, Booking.REFUND_RETURNED, on)))
                .then(repository.comeBack(refund.id(), why, on))
                .then(Mono.defer(() -> news.returned(refund, why)));
    }

    private Mono<Refund> get(UUID id) {
        return repository.byIds(List.of(id)).single();
    }

    private static NewTransfer transfer(Refund refund, Booking booking, LocalDate on) {
        return NewTransfer.of(
                booking, refund.customer(), refund.amount(), SourceKind.REFUND, refund.id(), on);
    }
}
