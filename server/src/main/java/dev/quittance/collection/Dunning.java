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
import java.util.List;
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
    private final DunningRuleRepository rules;
    private final DunningNews news;
    private final Subscriptions subscriptions;
    private final Customers customers;
    private final BusinessClock clock;

    Dunning(
            DunningRepository repository,
            DunningRuleRepository rules,
            DunningNews news,
            Subscriptions subscriptions,
            Customers customers,
            BusinessClock clock) {
        this.repository = repository;
        this.rules = rules;
        this.news = news;
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

    /** The last try has passed unpaid by {@code day}: what the rule says for that is done. */
    @Transactional
    Mono<Void> giveUp(UUID invoice, LocalDate day) {
        return repository
                .customer(invoice)
                .flatMap(
                        customer ->
                                customers
                                        .lock(customer)
                                        .then(Mono.defer(() -> repository.isOver(invoice, day)))
                                        .filter(Boolean::booleanValue)
                                        .flatMap(_ -> rule(invoice))
                                        .map(DunningRule::finalAction)
                                        .flatMap(action -> end(invoice, customer, day, action)));
    }

    /** An invoice is tried no more, and does not keep its subscriptions dunned. */
    @Transactional(propagation = Propagation.MANDATORY)
    Mono<Void> stop(UUID invoice, LocalDate day, String reason) {
        return repository
                .dropInvoice(invoice, reason)
                .thenMany(repository.subscriptions(invoice))
                .collectList()
                .flatMapIterable(ids -> ids)
                .concatMap(id -> clear(id, day))
                .then();
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

    private Mono<Void> end(UUID invoice, UUID customer, LocalDate day, FinalAction action) {
        var done =
                switch (action) {
                    case UNPAID -> each(invoice, Collecting::givenUp);
                    case CANCEL -> each(invoice, one -> Collecting.cancelled(one, day));
                    case NOTHING -> stop(invoice, day, "The last try has passed.");
                };
        return repository
                .withdraw(invoice)
                .then(done)
                .then(repository.ended(invoice, day, action))
                .then(news.ended(invoice, customer, action));
    }

    private Mono<DunningRule> rule(UUID invoice) {
        return rules.of(List.of(invoice)).map(found -> requireNonNull(found.get(invoice)));
    }

    /** A decline for good waits for another method. */
    private Mono<Void> plan(DueCharge due, LocalDate first, LocalDate today) {
        Decline decline = requireNonNull(due.declineCode());
        return decline.kind() == DeclineKind.HARD
                ? repository.retryOn(due.id(), null)
                : rule(due.invoice())
                        .flatMap(
                                rule -> repository.retryOn(due.id(), rule.nextRetry(first, today)));
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
