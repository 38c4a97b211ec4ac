package dev.quittance.billing;

import dev.quittance.billing.BillRunStart.BillRunStarted;
import dev.quittance.billing.BillRunStart.BillRunUnderWay;
import dev.quittance.platform.BusinessClock;
import dev.quittance.platform.Caller;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Runs the bills: one run at a time, resumable, and as often as wanted. */
@Service
public class BillRuns {
    private static final Duration LOOK_AGAIN_AFTER = Duration.ofMillis(500);

    private final BillRunDoor door;
    private final BillRunWorker worker;
    private final BusinessClock clock;

    BillRuns(BillRunDoor door, BillRunWorker worker, BusinessClock clock) {
        this.door = door;
        this.worker = worker;
        this.clock = clock;
    }

    /**
     * Starts a run of all that is due today, each customer by their own zone's day, or resumes the
     * one that was interrupted; it goes on in the background.
     */
    public Mono<BillRunStart> start(BillRunKind kind) {
        return Mono.zip(Caller.current(), clock.today())
                .flatMap(
                        by ->
                                door.open(kind, by.getT2(), null, by.getT1().name())
                                        .map(entry -> begun(entry, by.getT1())));
    }

    /**
     * Runs to the end and answers the finished run. Waits for another one that is under way.
     *
     * @param day up to which periods are billed; ignored without a zone
     * @param zone only customers of this billing zone; null for all, each by their own day
     */
    public Mono<BillRun> run(BillRunKind kind, LocalDate day, @Nullable ZoneId zone) {
        return Caller.current()
                .flatMap(by -> door.open(kind, day, zone, by.name()))
                .flatMap(entry -> Mono.justOrEmpty(entry.job()))
                .repeatWhenEmpty(rounds -> rounds.delayElements(LOOK_AGAIN_AFTER))
                .flatMap(job -> worker.work(job).then(door.find(job.run())));
    }

    private BillRunStart begun(BillRunDoor.Entry entry, Caller by) {
        var job = entry.job();
        if (job == null) {
            return new BillRunUnderWay(entry.run());
        }
        worker.launch(job, by);
        return new BillRunStarted(entry.run());
    }
}
