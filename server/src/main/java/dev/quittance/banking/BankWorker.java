package dev.quittance.banking;

import dev.quittance.platform.Changes;
import dev.quittance.platform.Settings;
import dev.quittance.platform.Worker;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Compares entries of long statements, and books what is exact where that is wished. */
@Component
class BankWorker extends Worker {
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private final BankSteps steps;

    BankWorker(Settings settings, BankSteps steps, Changes changes) {
        super(settings.background(), PAUSE, changes.stream("BANK_STATEMENT"));
        this.steps = steps;
    }

    @Override
    protected Mono<Void> work() {
        return steps.all();
    }
}
