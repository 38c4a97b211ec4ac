package dev.quittance.billing;

import dev.quittance.platform.Changes;
import dev.quittance.platform.Ids;
import dev.quittance.subscriptions.Subscriptions;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Lets one run in at a time. */
@Component
class BillRunDoor {
    private final BillRunRepository runs;
    private final Subscriptions subscriptions;
    private final Changes changes;
    private final TransactionalOperator transaction;

    BillRunDoor(
            BillRunRepository runs,
            Subscriptions subscriptions,
            Changes changes,
            TransactionalOperator transaction) {
        this.runs = runs;
        this.subscriptions = subscriptions;
        this.changes = changes;
        this.transaction = transaction;
    }

    /**
     * What came of knocking.
     *
     * @param job to be done; null when {@code run} is another one that is under way
     */
    record Entry(BillRun run, @Nullable Job job) {}

    /** Opens a run, or resumes the interrupted one of the same kind. */
    Mono<Entry> open(BillRunKind kind, LocalDate day, @Nullable ZoneId zone, String startedBy) {
        return due(day, zone)
                .map(due -> new BillRunOrder(kind, day, zone, startedBy, due))
                .flatMap(
                        order ->
                                runs.unfinished()
                                        .collectList()
                                        .flatMap(unfinished -> enter(order, unfinished)))
                .as(transaction::transactional);
    }

    Mono<BillRun> find(UUID run) {
        return runs.find(run);
    }

    /** How many subscriptions wait, those of parked customers not counted. */
    Mono<Long> due(LocalDate day, @Nullable ZoneId zone) {
        return Mono.zip(subscriptions.dueCount(day, zone), runs.parkedDue(day, zone))
                .map(counts -> Math.max(0, counts.getT1() - counts.getT2()));
    }

    private Mono<Entry> enter(BillRunOrder order, List<BillRun> unfinished) {
        BillRun interrupted = null;
        for (var run : unfinished) {
            if (run.status() == BillRunStatus.RUNNING) {
                return Mono.just(new Entry(run, null));
            }
            if (run.kind() == order.kind()) {
                interrupted = run;
            }
        }
        var id = interrupted == null ? Ids.next() : interrupted.id();
        var job = new Job(order, id, Ids.next());
        var kept =
                interrupted == null
                        ? runs.insert(order, id, job.worker(), BillRunBatch.LEASE)
                        : takeOver(job);
        return kept.then(changes.announce("BILL_RUN", id, null))
                .then(Mono.defer(() -> runs.find(id)))
                .map(run -> new Entry(run, job));
    }

    private Mono<Void> takeOver(Job job) {
        var anew =
                job.order().kind() == BillRunKind.DRY
                        ? runs.forgetProposals(job.run())
                        : Mono.<Void>empty();
        return anew.then(runs.resume(job.order(), job.run(), job.worker(), BillRunBatch.LEASE));
    }
}
