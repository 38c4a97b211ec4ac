package dev.quittance.collection;

import static java.util.Objects.requireNonNull;

import dev.quittance.customers.Customers;
import dev.quittance.payments.Decline;
import dev.quittance.payments.DeclineKind;
import dev.quittance.platform.BusinessClock;
import dev.quittance.subscriptions.Collecting;
import dev.quittance.subscriptions.CollectionState;
import dev.quittance.subscriptions.SubscriptionChange;
import dev.quittance.subscriptions.SubscriptionContract;
import dev.quittance.subscriptions.Subscriptions;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Dunning of subscriptions that are charged by themselves. */
@Service
class Dunning {
    private final DunningRepository repository;
    private final Subscriptions subscriptions;
    private final Customers customers;
    private final BusinessClock clock;

    Dunning(
            DunningRepository repository,
            Subscriptions subscriptions,
            Customers customers,
            BusinessClock clock) {
        this.repository = repository;
        this.subscriptions = subscriptions;
        this.customers = customers;
        this.clock = clock;
    }

    /** A charge failed: its subscriptions are dunned, and the next try is planned. */
    @Transactional(propagation = Propagation.MANDATORY)
    Mono<Void> failed(DueCharge due) {
        return clock.today()
                .flatMap(
                        today ->
                                repository
                                        .failedFirst(due.id(), today)
                                        .flatMap(first -> plan(due, first, today)))
                .then(Mono.defer(() -> each(due.invoice(), Collecting::failed)));
    }

    /** The schedule has passed unpaid: what {@code invoice} is for is given up. */
    @Transactional
    Mono<Void> giveUp(UUID invoice) {
        return each(invoice, Collecting::givenUp);
    }

    /** Nothing is due on an invoice any more: what owes nothing else is clear. */
    @Transactional(propagation = Propagation.MANDATORY)
    Mono<Void> settled(UUID invoice) {
        return clock.today()
                .flatMap(
                        today ->
                                repository
                                        .subscriptions(invoice)
                                        .collectList()
                                        .flatMapMany(subscriptions::byIds)
                                        .filter(one -> one.collection() != CollectionState.CLEAR)
                                        .map(SubscriptionContract::id)
                                        .collectList()
                                        .flatMapIterable(ids -> ids)
                                        .concatMap(id -> clear(id, today))
                                        .then());
    }

    /** Auto-charge is off: the retries are dropped, and the subscription is dunned no more. */
    @Transactional(propagation = Propagation.MANDATORY)
    Mono<Void> dropped(SubscriptionContract subscription) {
        return subscription.collection() != CollectionState.DUNNING
                ? Mono.empty()
                : repository
                        .drop(subscription.id())
                        .then(clock.today())
                        .flatMap(today -> keep(Collecting.cleared(subscription, today)));
    }

    /** A decline for good waits for another method. */
    private Mono<Void> plan(DueCharge due, LocalDate first, LocalDate today) {
        Decline decline = requireNonNull(due.declineCode());
        return repository.retryOn(
                due.id(),
                decline.kind() == DeclineKind.HARD ? null : DunningSchedule.next(first, today));
    }

    private Mono<Void> clear(UUID id, LocalDate today) {
        return held(id).filterWhen(one -> repository.owes(one.id()).map(owes -> !owes))
                .flatMap(one -> keep(Collecting.cleared(one, today)));
    }

    private Mono<Void> each(
            UUID invoice, Function<SubscriptionContract, Optional<SubscriptionChange>> rule) {
        return repository
                .subscriptions(invoice)
                .collectList()
                .flatMapIterable(ids -> ids)
                .concatMap(id -> held(id).flatMap(one -> keep(rule.apply(one))))
                .then();
    }

    private Mono<SubscriptionContract> held(UUID id) {
        return subscriptions
                .get(id)
                .flatMap(found -> customers.lock(found.customer()))
                .then(Mono.defer(() -> subscriptions.lock(id)));
    }

    private Mono<Void> keep(Optional<SubscriptionChange> change) {
        return subscriptions.keep(change.stream().toList());
    }
}
