package dev.quittance.payments;

import dev.quittance.platform.Caller;
import dev.quittance.platform.NotFound;
import dev.quittance.platform.Page;
import graphql.relay.Connection;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
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

    /** The payments of one customer, newest first; none if the filter asks for another's. */
    public Mono<Connection<Payment>> ofCustomer(UUID customer, PaymentFilter filter, Page page) {
        return filter.contradicts(customer)
                ? connection(Flux.empty(), page)
                : list(filter.ofCustomer(customer), page);
    }

    /** Payments of all customers, newest first. */
    public Mono<Connection<Payment>> list(PaymentFilter filter, Page page) {
        return connection(lists.page(filter, page), page);
    }

    private static Mono<Connection<Payment>> connection(Flux<Payment> payments, Page page) {
        return payments.collectList()
                .map(
                        rows ->
                                page.connection(
                                        rows,
                                        row ->
                                                List.of(
                                                        row.paidOn().toString(),
                                                        row.id().toString())));
    }

    /** The latest payment that succeeded, of each of these customers. */
    public Flux<Payment> last(Collection<UUID> customers) {
        return lists.last(customers);
    }

    /**
     * Keeps money that has come in otherwise than through a gateway, and pays its invoices with it.
     * Call inside a transaction that has locked the customer.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Payment> receive(NewPayment payment) {
        return begin(payment)
                .then(outcomes.succeed(payment.id(), payment.paidOn()))
                .then(get(payment.id()));
    }

    /** Keeps a payment on its way, and claims its invoices. */
    Mono<Void> begin(NewPayment payment) {
        return repository.begin(payment).then(news.begun(payment));
    }

    /** The payment of one of these invoices that is not finished; empty if there is none. */
    public Mono<Payment> unfinishedOf(Collection<UUID> invoices) {
        return repository.unfinishedOf(invoices).flatMap(this::get);
    }

    /** Account credit that unfinished payments of a customer will use, in minor units. */
    public Mono<Long> creditPromised(UUID customer, String currency) {
        return repository.creditPromised(customer, currency);
    }

    /** The invoices a payment is meant for, in the order in which they are paid. */
    public Flux<UUID> targets(UUID payment) {
        return repository.targets(payment);
    }
}
