package dev.quittance.payments;

import dev.quittance.ledger.Booking;
import dev.quittance.ledger.Ledger;
import dev.quittance.ledger.NewTransfer;
import dev.quittance.ledger.SourceKind;
import dev.quittance.platform.Caller;
import dev.quittance.platform.Ids;
import dev.quittance.platform.NotFound;
import dev.quittance.platform.Page;
import graphql.relay.Connection;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Money of payments that goes back to customers. */
@Service
public class Refunds {
    private final RefundRepository repository;
    private final RefundAttemptRepository attempts;
    private final StrangeRefundRepository strange;
    private final RefundSettlement settlement;
    private final Ledger ledger;
    private final RefundNews news;

    Refunds(
            RefundRepository repository,
            RefundAttemptRepository attempts,
            StrangeRefundRepository strange,
            RefundSettlement settlement,
            Ledger ledger,
            RefundNews news) {
        this.repository = repository;
        this.attempts = attempts;
        this.strange = strange;
        this.settlement = settlement;
        this.ledger = ledger;
        this.news = news;
    }

    /**
     * Takes the money out of the customer's credit and leaves it to be sent: {@code CUSTOMER_CREDIT
     * → REFUND_PENDING}. Call inside a transaction that has locked the customer and made sure of
     * the credit; after its commit, {@link RefundCarrying#carry}.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> begin(NewRefund refund) {
        return ledger.book(List.of(begun(refund)))
                .then(repository.add(refund))
                .then(
                        Mono.defer(
                                () ->
                                        refund.byGateway()
                                                ? attempts.add(Ids.next(), refund)
                                                : Mono.empty()))
                .then(Mono.defer(() -> news.begun(refund)));
    }

    /**
     * As {@link #begin}, for money that a gateway was asked to send back elsewhere, whether there
     * is credit for it or not. Made sure of before that it {@link #isStrange}.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> adopt(NewRefund refund, String gateway, GatewayRefund found) {
        return ledger.book(List.of(begun(refund)))
                .then(repository.add(refund))
                .then(Mono.defer(() -> strange.adopt(Ids.next(), refund.id(), gateway, found)))
                .then(Mono.defer(() -> news.found(refund)));
    }

    /**
     * Whether nobody here asked a gateway for this refund, and nobody has found it yet.
     *
     * @param key that it was asked for with; null while that is not known
     */
    public Mono<Boolean> isStrange(String gateway, String reference, @Nullable String key) {
        return strange.knows(gateway, reference, key).map(known -> !known);
    }

    /** Staff has sent the money. The customer is locked, and the refund is on its way. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> sent(UUID id, String label, @Nullable LocalDate valueOn) {
        return repository.sent(id, label, valueOn).then(Mono.defer(() -> settlement.succeed(id)));
    }

    /** Staff will not send the money. The customer is locked, and the refund is on its way. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> dropped(UUID id, String why) {
        return settlement.fail(id, why);
    }

    public Mono<Refund> get(UUID id) {
        return repository
                .byIds(List.of(id))
                .next()
                .switchIfEmpty(Mono.error(() -> new NotFound("refund")));
    }

    /** A refund, if {@code caller} may see what is its customer's. */
    public Mono<Refund> get(UUID id, Caller caller) {
        return get(id).filter(refund -> caller.owns(refund.customer()))
                .switchIfEmpty(Mono.error(() -> new NotFound("refund")));
    }

    public Flux<Refund> byIds(Collection<UUID> ids) {
        return ids.isEmpty() ? Flux.empty() : repository.byIds(ids);
    }

    /** The refunds of these payments, oldest first. */
    public Flux<Refund> ofPayments(Collection<UUID> payments) {
        return repository.ofPayments(payments);
    }

    /** Refunds, newest first. */
    public Mono<Connection<Refund>> list(RefundFilter filter, Page page) {
        return repository
                .page(filter, page)
                .collectList()
                .map(rows -> page.connection(rows, Refunds::key));
    }

    static List<String> key(Refund refund) {
        return List.of(refund.begunOn().toString(), refund.id().toString());
    }

    private static NewTransfer begun(NewRefund refund) {
        return NewTransfer.of(
                Booking.REFUND_BEGUN,
                refund.payment().customer(),
                refund.amount(),
                SourceKind.REFUND,
                refund.id(),
                refund.begunOn());
    }
}
