package dev.quittance.disputes;

import dev.quittance.platform.Settings;
import dev.quittance.platform.Worker;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells gateways what they did not hear at once. */
@Component
class ResponseWorker extends Worker {
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final ResponseKeeping keeping;

    ResponseWorker(ResponseKeeping keeping, Settings settings) {
        super(settings.background(), PAUSE, Flux.never());
        this.keeping = keeping;
    }

    @Override
    protected Mono<Void> work() {
        return keeping.tellAll();
    }
}
