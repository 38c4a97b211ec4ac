package dev.quittance.billing;

import dev.quittance.platform.Changes;
import dev.quittance.platform.Ids;
import dev.quittance.platform.Refused;
import dev.quittance.platform.Traced;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * One transaction of a run: the bills, the parked customers and the run's figures commit together.
 * Whoever has lost the run to another worker commits nothing.
 */
@Component
class BillRunBatch {
    /** How long a run is held without a sign of life. */
    static final Duration LEASE = Duration.ofSeconds(20);

    private static final Logger LOG = LoggerFactory.getLogger(BillRunBatch.class);

    private final BillRunStep step;
    private final BillRunRepository runs;
    private final Parking parking;
    private final Changes changes;
    private final TransactionalOperator transaction;

    BillRunBatch(
            BillRunStep step,
            BillRunRepository runs,
            Parking parking,
            Changes changes,
            TransactionalOperator transaction) {
        this.step = step;
        this.runs = runs;
        this.parking = parking;
        this.changes = changes;
        this.transaction = transaction;
    }

    /** Bills these customers, all of them or none. */
    Mono<Void> together(Job job, LocalDate day, List<UUID> customers) {
        return transaction.transactional(
                step.take(job, day, customers)
                        .flatMap(
                                outcome ->
                                        parking.park(outcome.batch().faults())
                                                .map(
                                                        parked ->
                                                                Progress.of(
                                                                        outcome.batch()
                                                                                .subscriptions(),
                                                                        outcome.totals(),
                                                                        parked)))
                        .flatMap(progress -> note(job, progress)));
    }

    /** Parks a customer whose bill failed on its own, so that the run goes on. */
    Mono<Void> park(Job job, UUID customer, Throwable fault) {
        return transaction.transactional(
                parking.park(Map.of(customer, reason(customer, fault)))
                        .flatMap(parked -> note(job, Progress.of(1, List.of(), parked))));
    }

    private Mono<Void> note(Job job, Progress progress) {
        return runs.advance(job.run(), job.worker(), progress, LEASE)
                .filter(held -> held)
                .switchIfEmpty(Mono.error(LeaseLost::new))
                .flatMap(
                        _ ->
                                job.mayTell()
                                        ? changes.announce("BILL_RUN", job.run(), null)
                                        : Mono.empty());
    }

    private static String reason(UUID customer, Throwable fault) {
        if (fault instanceof Refused refused) {
            return refused.problem().message();
        }
        var id = Ids.next();
        LOG.error("Customer {} could not be billed, error {}", customer, id, Traced.of(fault));
        return ("Billing failed unexpectedly; the log tells more under %s. Un-park the customer once"
                        + " the cause is mended.")
                .formatted(id);
    }
}
