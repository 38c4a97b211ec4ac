package dev.quittance.platform;

import java.util.concurrent.Callable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Where code that blocks runs: password hashing, PDF, mail, card processors. */
public final class Blocking {
    private static final int THREADS = Math.max(4, 2 * Runtime.getRuntime().availableProcessors());
    private static final int QUEUE = 10_000;
    private static final Scheduler SCHEDULER =
            Schedulers.newBoundedElastic(THREADS, QUEUE, "blocking", 60, true);

    private Blocking() {}

    /** Runs {@code work} on a thread that may block; a null result is an empty answer. */
    public static <T> Mono<T> call(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(SCHEDULER);
    }

    /** Runs {@code work} on a thread that may block. */
    public static Mono<Void> run(Runnable work) {
        return Mono.<Void>fromRunnable(work).subscribeOn(SCHEDULER);
    }
}
