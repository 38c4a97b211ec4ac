package dev.quittance.imports;

import dev.quittance.platform.Changes;
import dev.quittance.platform.Settings;
import dev.quittance.platform.Traced;
import dev.quittance.platform.Worker;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Works on imports, one after the other: those just started, and those whose server went away. */
@Component
class ImportWorker extends Worker {
    private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final ImportRepository repository;
    private final ImportSteps steps;

    ImportWorker(
            Settings settings, ImportRepository repository, ImportSteps steps, Changes changes) {
        super(settings.background(), PAUSE, changes.stream("IMPORT"));
        this.repository = repository;
        this.steps = steps;
    }

    /** Works until nothing is left that nobody works on. */
    @Override
    protected Mono<Void> work() {
        return Mono.defer(repository::lease)
                .expand(leased -> work(leased).then(repository.lease()))
                .then();
    }

    private Mono<Void> work(UUID id) {
        return Mono.defer(() -> steps.next(id))
                .repeat()
                .takeWhile(more -> more)
                .then()
                .onErrorResume(failure -> giveUp(id, failure));
    }

    private Mono<Void> giveUp(UUID id, Throwable failure) {
        LOG.error("Import {} stopped", id, Traced.of(failure));
        return repository.fail(
                id,
                "An unexpected error stopped it; the server's log has it under import %s. What was made stays. Start it again to go on."
                        .formatted(id));
    }
}
