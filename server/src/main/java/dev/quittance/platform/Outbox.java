package dev.quittance.platform;

import dev.quittance.platform.Deliveries.Delivery;
import dev.quittance.platform.Deliveries.Told;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/** Keeps events with the change that caused them, and brings them to their listeners afterwards. */
@Component
public class Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final int BATCH = 100;
    private static final Duration BREATH = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Deliveries deliveries;
    private final Listeners listeners;
    private final TransactionalOperator transaction;

    Outbox(Deliveries deliveries, Listeners listeners, TransactionalOperator transaction) {
        this.deliveries = deliveries;
        this.listeners = listeners;
        this.transaction = transaction;
    }

    /** Call inside the transaction that makes the change. */
    public Mono<Void> add(Event... events) {
        return add(List.of(events));
    }

    /** Call inside the transaction that makes the changes; order is kept within a stream. */
    public Mono<Void> add(List<? extends Event> events) {
        if (events.isEmpty()) {
            return Mono.empty();
        }
        var told = events.stream().map(event -> new Told(event, listeners.of(event))).toList();
        return deliveries.add(told);
    }

    /** Delivers all that is due, waiting for what other workers have in hand. */
    public Mono<Void> drain() {
        return deliverAll()
                .then(Mono.defer(deliveries::anyDue))
                .flatMap(more -> more ? Mono.delay(BREATH).thenReturn(true) : Mono.empty())
                .repeatWhen(rounds -> rounds.takeWhile(found -> found > 0))
                .then()
                .timeout(PATIENCE);
    }

    /** Delivers until nothing is left that this worker could take. */
    Mono<Void> deliverAll() {
        return Mono.defer(this::deliverBatch)
                .expand(taken -> taken > 0 ? deliverBatch() : Mono.empty())
                .then();
    }

    /** Delivers some; how many were taken. */
    private Mono<Integer> deliverBatch() {
        return transaction
                .transactional(deliveries.claim(BATCH).collectList().flatMap(this::together))
                .onErrorResume(Undelivered.class, failed -> oneByOne(failed.batch))
                .contextWrite(_ -> Caller.SYSTEM.in(Context.empty()));
    }

    private Mono<Integer> together(List<Delivery> batch) {
        return Flux.fromIterable(batch)
                .concatMap(delivery -> listeners.call(delivery.listener(), delivery.payload()))
                .then(Mono.defer(() -> deliveries.done(batch)))
                .onErrorMap(cause -> new Undelivered(batch, cause))
                .thenReturn(batch.size());
    }

    private Mono<Integer> oneByOne(List<Delivery> batch) {
        return Flux.fromIterable(batch).concatMap(this::alone).then(Mono.just(batch.size()));
    }

    private Mono<Void> alone(Delivery delivery) {
        return transaction
                .transactional(
                        deliveries
                                .claim(delivery)
                                .flatMap(
                                        claimed ->
                                                listeners
                                                        .call(claimed.listener(), claimed.payload())
                                                        .then(deliveries.done(List.of(claimed)))))
                .onErrorResume(cause -> failed(delivery, cause));
    }

    private Mono<Void> failed(Delivery delivery, Throwable cause) {
        LOG.warn("{} failed on event {}", delivery.listener(), delivery.event(), cause);
        return deliveries.failed(delivery, String.valueOf(cause.getMessage()));
    }

    /** A batch that was rolled back because one of its deliveries failed. */
    private static final class Undelivered extends RuntimeException {
        private final transient List<Delivery> batch;

        Undelivered(List<Delivery> batch, Throwable cause) {
            super(cause);
            this.batch = batch;
        }
    }
}
