package dev.quittance.collection;

import dev.quittance.payments.Charges;
import dev.quittance.payments.UnhurriedWriting;
import dev.quittance.platform.Changes;
import dev.quittance.platform.Settings;
import dev.quittance.platform.Traced;
import dev.quittance.platform.Worker;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Charges what is due by itself: soon after it was posted, and every few seconds in case nobody
 * told. No payment is begun long before its turn at the gateway has come. What fails of itself is
 * tried again later and holds nobody else up.
 */
@Component
class DueChargeWorker extends Worker {
    private static final Logger LOG = LoggerFactory.getLogger(DueChargeWorker.class);
    private static final Duration PAUSE = Duration.ofSeconds(3);
    private static final Duration AFTER_A_FAULT = Duration.ofMinutes(1);
    private static final int BATCH = 1_000;

    private final DueChargeRepository repository;
    private final DueChargeBeginning beginning;
    private final Charges charges;
    private final UnhurriedWriting writing;

    DueChargeWorker(
            DueChargeRepository repository,
            DueChargeBeginning beginning,
            Charges charges,
            UnhurriedWriting writing,
            Changes changes,
            Settings settings) {
        super(settings.background(), PAUSE, changes.stream("INVOICE"));
        this.repository = repository;
        this.beginning = beginning;
        this.charges = charges;
        this.writing = writing;
    }

    @Override
    protected Mono<Void> work() {
        return Mono.defer(this::batch).repeat().takeUntil(done -> done < BATCH).then();
    }

    private Mono<Integer> batch() {
        return repository
                .due(BATCH)
                .collectList()
                .flatMap(
                        ids ->
                                Flux.fromIterable(ids)
                                        .flatMap(this::charge, charges.inHand())
                                        .then()
                                        .thenReturn(ids.size()));
    }

    private Mono<Void> charge(UUID id) {
        return writing.take(beginning.begin(id))
                .flatMap(charges::carryOut)
                .onErrorResume(
                        fault -> {
                            LOG.warn("Due charge {} waits: {}", id, Traced.line(fault));
                            return repository.later(id, AFTER_A_FAULT);
                        });
    }
}
