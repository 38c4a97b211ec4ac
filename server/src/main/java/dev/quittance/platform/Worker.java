package dev.quittance.platform;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Scannable.Attr;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Does its work again and again while the server runs: whenever it is woken, and after each pause
 * in case nobody woke it. One piece at a time; what fails is logged and tried again.
 */
public abstract class Worker implements SmartLifecycle {
    private final Logger log = LoggerFactory.getLogger(getClass());
    private final boolean wanted;
    private final Duration pause;
    private final Flux<?> wakes;
    private volatile @Nullable Disposable working;
    private volatile Sinks.Empty<Void> end = Sinks.empty();
    private volatile Sinks.Empty<Void> ended = Sinks.empty();

    /**
     * @param wanted whether this server does such work by itself
     * @param pause the longest time between two looks
     * @param wakes when to look at once
     */
    protected Worker(boolean wanted, Duration pause, Flux<?> wakes) {
        this.wanted = wanted;
        this.pause = pause;
        this.wakes = wakes;
    }

    /** Does all that is to be done now. */
    protected abstract Mono<Void> work();

    /** How long after its start it looks for the first time. */
    protected Duration firstLook() {
        return pause;
    }

    /** How long a stop waits for the piece that is under way, before it breaks it off. */
    protected Duration patience() {
        return Duration.ZERO;
    }

    /** Whether no further piece is to be begun. */
    protected boolean ending() {
        return end.scanOrDefault(Attr.TERMINATED, false);
    }

    @Override
    public void start() {
        end = Sinks.empty();
        ended = Sinks.empty();
        working =
                Flux.merge(Flux.interval(firstLook(), pause), wakes.map(_ -> 0L))
                        .onBackpressureLatest()
                        .takeUntilOther(end.asMono())
                        .concatMap(_ -> workOn(), 0)
                        .doFinally(_ -> ended.tryEmitEmpty())
                        .subscribe();
    }

    private Mono<Void> workOn() {
        return Mono.defer(this::work)
                .doOnError(
                        fault -> log.warn("Interrupted, to be tried again: {}", Traced.line(fault)))
                .onErrorComplete();
    }

    @Override
    public void stop(Runnable done) {
        end.tryEmitEmpty();
        ended.asMono()
                .timeout(patience())
                .onErrorComplete()
                .doFinally(
                        _ -> {
                            stop();
                            done.run();
                        })
                .subscribe();
    }

    @Override
    public void stop() {
        var present = working;
        if (present != null) {
            present.dispose();
        }
        working = null;
    }

    @Override
    public boolean isRunning() {
        return working != null;
    }

    @Override
    public boolean isAutoStartup() {
        return wanted;
    }
}
