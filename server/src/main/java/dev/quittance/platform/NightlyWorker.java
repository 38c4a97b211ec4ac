package dev.quittance.platform;

import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Looks every minute, and whenever the clock is moved, whether work is due. */
@Component
class NightlyWorker extends Worker {
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Nightly nightly;

    NightlyWorker(Settings settings, Nightly nightly, Changes changes) {
        super(settings.background(), PAUSE, changes.stream("CLOCK"));
        this.nightly = nightly;
    }

    @Override
    protected Duration firstLook() {
        return Duration.ofSeconds(1);
    }

    @Override
    protected Mono<Void> work() {
        return nightly.catchUp();
    }
}
