package dev.quittance.platform;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks every minute, and whenever the clock is moved, whether work is due. */
@Component
class NightlyWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(NightlyWorker.class);
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration POLL = Duration.ofMinutes(1);

    private final Settings settings;
    private final Nightly nightly;
    private final Changes changes;
    private volatile @Nullable Disposable working;

    NightlyWorker(Settings settings, Nightly nightly, Changes changes) {
        this.settings = settings;
        this.nightly = nightly;
        this.changes = changes;
    }

    @Override
    public void start() {
        var moved = changes.stream().filter(change -> change.kind().equals("CLOCK")).map(_ -> 0L);
        working =
                Flux.merge(Flux.interval(FIRST, POLL), moved)
                        .onBackpressureLatest()
                        .concatMap(_ -> catchUp(), 1)
                        .subscribe();
    }

    private Mono<Void> catchUp() {
        return nightly.catchUp()
                .doOnError(e -> LOG.warn("Due work was interrupted: {}", e.getMessage()))
                .onErrorComplete();
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
        return settings.background();
    }
}
