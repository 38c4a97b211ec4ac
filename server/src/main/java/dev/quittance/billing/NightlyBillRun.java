package dev.quittance.billing;

import dev.quittance.platform.DueWork;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Runs the bills of a billing zone by night. */
@Component
class NightlyBillRun implements DueWork {
    private final BillRuns runs;
    private final BillRunDoor door;

    NightlyBillRun(BillRuns runs, BillRunDoor door) {
        this.runs = runs;
        this.door = door;
    }

    @Override
    public String name() {
        return "bill-run";
    }

    @Override
    public int floor() {
        return 9;
    }

    /** A night without anything due leaves no run. */
    @Override
    public Mono<Void> run(LocalDate day, ZoneId zone) {
        return door.due(day, zone)
                .filter(due -> due > 0)
                .flatMap(_ -> runs.run(BillRunKind.POST, day, zone))
                .then();
    }
}
