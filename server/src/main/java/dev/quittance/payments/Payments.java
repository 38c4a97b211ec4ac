package dev.quittance.payments;

import dev.quittance.payments.AllocationPlan.Share;
import dev.quittance.platform.Amounts;
import dev.quittance.platform.Caller;
import dev.quittance.platform.NotFound;
import dev.quittance.platform.Page;
import graphql.relay.Connection;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The payments of customers. */
@Service
public class Payments {
    private final PaymentRepository repository;
    private final PaymentListRepository lists;
    private final PaymentOutcomes outcomes;
    private final PaymentNews news;

    Payments(
            PaymentRepository repository,
            PaymentListRepository lists,
            PaymentOutcomes outcomes,
            PaymentNews news) {
        this.repository = repository;
        this.lists = lists;
        this.outcomes = outcomes;
        this.news = news;
    }

    /** These payments, in no order; those that don't exist are missing. */
    public Flux<Payment> byIds(Collection<UUID> ids) {
        return ids.isEmpty() ? Flux.empty() : repository.byIds(ids);
    }

    public Mono<Payment> get(UUID id) {
        return repository
                .byIds(List.of(id))
                .next()
                .switchIfEmpty(Mono.error(() -> new NotFound("payment")));
    }

    /** A payment, if {@code caller} may see what is its customer's. */
    public Mono<Payment> get(UUID id, Caller caller) {
        return get(id).filter(payment -> caller.owns(payment.customer()))
                .switchIfEmpty(Mono.error(() -> new NotFound("payment")));
    }

    /** Payments of all customers, newest first. */
    public Mono<Connection<Payment>> list(PaymentFilter filter, Page page) {
        return lists.page(filter, page)
                .collectList()
                .map(rows -> page.connection(rows, Payments::key));
    }

    static List<String> key(Payment payment) {
        return List.of(payment.paidOn().toString(), payment.id().toString());
    }

    /** The latest payment that succeeded, of each of these customers. */
    public Flux<Payment> last(Collection<UUID> customers) {
        return lists.last(customers);
    }

    /**
     * Keeps money that has come in otherwise than through a gateway, and pays invoices with it as
     * {@code shares} say; the rest becomes credit. Call inside a transaction that has locked the
     * customer.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Payment> receive(NewPayment payment, List<Share> shares) {
        return begin(payment)
                .then(outcomes.succeed(payment.id(), shares, payment.paidOn()))
                .then(get(payment.id()));
    }

    /**
     * Puts a payment that came in otherwise than through a gateway back to New: what it paid is
     * owed again, and its money is taken out of the account credit, below zero if need be. Call
     * inside a transaction that has locked the customer; none of the invoices it pays is written
     * off.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Payment> reverse(Payment payment, LocalDate on, String reason) {
        return outcomes.reverse(payment, on, reason).then(get(payment.id()));
    }

    /** The payment that came in with a gateway's charge; empty if none has yet. */
    public Mono<Payment> ofCharge(String gateway, String charge) {
        return repository.ofCharge(gateway, charge).flatMap(this::get);
    }

    /** An error while a charge of ours has not come in here yet; empty for any other. */
    public Mono<Payment> notYet(String gateway, String charge) {
        return Mono.defer(() -> repository.isAwaited(gateway, charge))
                .filter(Boolean::booleanValue)
                .flatMap(_ -> Mono.error(new NotYetPaid()));
    }

    /** The charge that a payment came in with; empty for money that no gateway took. */
    public Mono<GatewayCharge> charge(UUID payment) {
        return repository.charge(payment);
    }

    /**
     * Notes that the payer's bank has {@code amount} of a payment, or has given it back when below
     * zero. Whoever does books it in the same transaction, with the customer locked.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> dispute(Payment payment, Money amount) {
        return repository.dispute(payment.id(), Amounts.minor(amount)).then(news.moved(payment));
    }

    /** Keeps a payment on its way, and claims its invoices. */
    Mono<Void> begin(NewPayment payment) {
        return repository.begin(payment).then(news.begun(payment));
    }

    /** The payment of one of these invoices that is not finished; empty if there is none. */
    public Mono<Payment> unfinishedOf(Collection<UUID> invoices) {
        return repository.unfinishedOf(invoices).flatMap(this::get);
    }

    /** The invoices a payment is meant for, in the order in which they are paid. */
    public Flux<UUID> targets(UUID payment) {
        return repository.targets(payment);
    }
}
