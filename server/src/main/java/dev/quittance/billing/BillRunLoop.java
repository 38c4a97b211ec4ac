package dev.quittance.billing;

import dev.quittance.platform.Traced;
import dev.quittance.subscriptions.Subscriptions;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Goes through all customers that have something due, some hundreds in a transaction.
 *
 * <p>A batch that fails is done again customer by customer, so that the one at fault is parked and
 * all others are billed. Nobody is parked because the database is away: then the run is
 * interrupted.
 */
@Component
class BillRunLoop {
    private static final Logger LOG = LoggerFactory.getLogger(BillRunLoop.class);
    private static final int CUSTOMERS = 500;
    private static final int AT_ONCE = 2;
    private static final int TRIES = 3;

    private final Subscriptions subscriptions;
    private final ParkingRepository parked;
    private final BillRunBatch batches;

    BillRunLoop(Subscriptions subscriptions, ParkingRepository parked, BillRunBatch batches) {
        this.subscriptions = subscriptions;
        this.parked = parked;
        this.batches = batches;
    }

    /**
     * Bills everybody who has something due by {@code day}, in the order of their ids. While the
     * database keeps one batch, the next one is computed.
     */
    Mono<Void> through(Job job, LocalDate day, @Nullable ZoneId zone, BooleanSupplier stopping) {
        var failed = new AtomicBoolean();
        return pages(day, zone)
                .takeWhile(_ -> !failed.get() && !stopping.getAsBoolean())
                // What is in hand is finished, whatever comes of the other batch.
                .flatMapDelayError(
                        customers ->
                                unparked(customers)
                                        .flatMap(free -> batch(job, day, free))
                                        .doOnError(_ -> failed.set(true)),
                        AT_ONCE,
                        1)
                .then(
                        Mono.defer(
                                () ->
                                        stopping.getAsBoolean()
                                                ? Mono.error(new Stopped())
                                                : Mono.empty()));
    }

    /** The customers who have something due, some hundreds at a time. */
    private Flux<List<UUID>> pages(LocalDate day, @Nullable ZoneId zone) {
        return page(day, zone, null).expand(before -> page(day, zone, before.getLast()));
    }

    private Mono<List<UUID>> page(LocalDate day, @Nullable ZoneId zone, @Nullable UUID after) {
        return subscriptions
                .dueCustomers(day, zone, after, CUSTOMERS)
                .collectList()
                .filter(customers -> !customers.isEmpty());
    }

    private Mono<List<UUID>> unparked(List<UUID> customers) {
        return parked.among(customers)
                .collectList()
                .map(HashSet::new)
                .map(out -> customers.stream().filter(one -> !out.contains(one)).toList());
    }

    private Mono<Void> batch(Job job, LocalDate day, List<UUID> customers) {
        if (customers.isEmpty()) {
            return Mono.empty();
        }
        return retried(batches.together(job, day, customers))
                .onErrorResume(
                        fault -> !fatal(fault),
                        fault -> {
                            LOG.warn(
                                    "A batch of {} customers is billed one by one: {}",
                                    customers.size(),
                                    Traced.line(fault));
                            return Flux.fromIterable(customers)
                                    .concatMap(one -> alone(job, day, one))
                                    .then();
                        });
    }

    private Mono<Void> alone(Job job, LocalDate day, UUID customer) {
        return retried(batches.together(job, day, List.of(customer)))
                .onErrorResume(fault -> !fatal(fault), fault -> batches.park(job, customer, fault));
    }

    /** Whoever met another transaction tries again. */
    private static Mono<Void> retried(Mono<Void> work) {
        return work.retryWhen(
                Retry.max(TRIES)
                        .filter(ConcurrencyFailureException.class::isInstance)
                        .onRetryExhaustedThrow((_, last) -> last.failure()));
    }

    private static boolean fatal(Throwable fault) {
        return fault instanceof LeaseLost
                || fault instanceof DataAccessResourceFailureException
                || fault instanceof TransactionException;
    }

    /** The server is going down. */
    static final class Stopped extends RuntimeException {
        Stopped() {
            super("The server stops", null, false, false);
        }
    }
}
