package dev.quittance.billing;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** A run in the hands of one worker, who may be followed by another. */
final class Job {
    private static final long TELL_AGAIN_AFTER = 250_000_000L;

    private final BillRunOrder order;
    private final UUID run;
    private final UUID worker;
    private final AtomicLong told = new AtomicLong(System.nanoTime() - TELL_AGAIN_AFTER);

    Job(BillRunOrder order, UUID run, UUID worker) {
        this.order = order;
        this.run = run;
        this.worker = worker;
    }

    BillRunOrder order() {
        return order;
    }

    UUID run() {
        return run;
    }

    UUID worker() {
        return worker;
    }

    /** Whether progress may be told again: at most four times a second. */
    boolean mayTell() {
        var now = System.nanoTime();
        var last = told.get();
        return now - last >= TELL_AGAIN_AFTER && told.compareAndSet(last, now);
    }
}
