package dev.quittance.platform;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.quittance.platform.Deliveries.Delivery;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private static final int AT_ONCE = 2;
    private static final Duration BREATH = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Deliveries deliveries;
    private final Listeners listeners;
    private final News news;
    private final Changes changes;
    private final TransactionalOperator transaction;

    Outbox(
            Deliveries deliveries,
            Listeners listeners,
            News news,
            Changes changes,
            TransactionalOperator transaction) {
        this.deliveries = deliveries;
        this.listeners = listeners;
        this.news = news;
        this.changes = changes;
        this.transaction = transaction;
    }

    /** Call inside the transaction that makes the change. */
    public Mono<Void> add(Event... events) {
        return add(List.of(events));
    }

    /** Call inside the transaction that makes the changes; order is kept within a stream. */
    public Mono<Void> add(List<? extends Event> events) {
        return news.tell(List.of(), events, List.of());
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

    /** Delivers until nothing is left that this worker could take, some batches at a time. */
    Mono<Void> deliverAll() {
        return Flux.range(0, AT_ONCE)
                .flatMap(
                        _ ->
                                deliverBatch()
                                        .expand(taken -> taken > 0 ? deliverBatch() : Mono.empty()))
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
        return Flux.fromIterable(byListener(batch).entrySet())
                .concatMap(each -> listeners.call(each.getKey(), each.getValue()))
                .then(Mono.defer(() -> deliveries.done(batch)))
                .onErrorMap(cause -> new Undelivered(batch, cause))
                .thenReturn(batch.size());
    }

    /** No stream stands twice in a batch for one listener: only the first of each is taken. */
    private static Map<String, List<String>> byListener(List<Delivery> batch) {
        return batch.stream()
                .collect(
                        groupingBy(
                                Delivery::listener,
                                LinkedHashMap::new,
                                mapping(Delivery::payload, toList())));
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
                                                        .call(
                                                                claimed.listener(),
                                                                List.of(claimed.payload()))
                                                        .then(deliveries.done(List.of(claimed)))))
                .onErrorResume(cause -> failed(delivery, cause));
    }

    private Mono<Void> failed(Delivery delivery, Throwable cause) {
        LOG.warn("{} failed on event {}", delivery.listener(), delivery.event(), Traced.of(cause));
        return transaction.transactional(
                deliveries
                        .failed(delivery, String.valueOf(cause.getMessage()))
                        .filter(parked -> parked)
                        .flatMap(_ -> changes.announceAll(ParkedDeliveries.KIND)));
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
