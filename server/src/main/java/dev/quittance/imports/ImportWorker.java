package dev.quittance.imports;

import dev.quittance.platform.Changes;
import dev.quittance.platform.Settings;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Works on imports, one after the other: those just started, and those whose server went away. */
@Component
class ImportWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);
    private static final Duration POLL = Duration.ofSeconds(5);
    private final Settings settings;
    private final ImportRepository repository;
    private final ImportSteps steps;
    private final Changes changes;
    private volatile @Nullable Disposable working;

    ImportWorker(
            Settings settings, ImportRepository repository, ImportSteps steps, Changes changes) {
        this.settings = settings;
        this.repository = repository;
        this.steps = steps;
        this.changes = changes;
    }

    @Override
    public void start() {
        var started =
                changes.stream().filter(change -> change.kind().equals("IMPORT")).map(_ -> 0L);
        working =
                Flux.merge(Flux.interval(POLL), started)
                        .onBackpressureLatest()
                        .concatMap(_ -> work(), 0)
                        .subscribe();
    }

    /** Works until nothing is left that nobody works on. */
    Mono<Void> work() {
        return Mono.defer(repository::lease)
                .expand(leased -> work(leased.id()).then(repository.lease()))
                .then()
                .doOnError(e -> LOG.warn("Imports were interrupted: {}", e.getMessage()))
                .onErrorComplete();
    }

    private Mono<Void> work(UUID id) {
        return Mono.defer(() -> steps.next(id))
                .repeat()
                .takeWhile(more -> more)
                .then()
                .onErrorResume(failure -> giveUp(id, failure));
    }

    private Mono<Void> giveUp(UUID id, Throwable failure) {
        LOG.error("Import {} stopped", id, failure);
        return repository.fail(
                id,
                "An unexpected error stopped it; the server's log has it under import %s. What was made stays. Start it again to go on."
                        .formatted(id));
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
