package dev.quittance.latefees;

import dev.quittance.platform.DueWork;
import dev.quittance.platform.Refused;
import dev.quittance.platform.Traced;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Makes the late fees of a day, one invoice at a time: what can't be billed holds nobody else up,
 * and is tried again the next night.
 */
@Component
class LateFeesByDate implements DueWork {
    private static final Logger LOG = LoggerFactory.getLogger(LateFeesByDate.class);
    private static final int BATCH = 500;

    private final LateFeeRepository repository;
    private final LateFeeMaking making;

    LateFeesByDate(LateFeeRepository repository, LateFeeMaking making) {
        this.repository = repository;
        this.making = making;
    }

    @Override
    public String name() {
        return "late-fees";
    }

    @Override
    public int floor() {
        return 9;
    }

    @Override
    public Mono<Void> run(LocalDate day, ZoneId zone) {
        return from(null, day, zone);
    }

    private Mono<Void> from(@Nullable UUID after, LocalDate day, ZoneId zone) {
        return repository
                .late(day, zone, after, BATCH)
                .collectList()
                .flatMap(
                        ids ->
                                Flux.fromIterable(ids)
                                        .concatMap(id -> make(id, day))
                                        .then(
                                                ids.size() < BATCH
                                                        ? Mono.empty()
                                                        : Mono.defer(
                                                                () ->
                                                                        from(
                                                                                ids.getLast(),
                                                                                day,
                                                                                zone))));
    }

    private Mono<Void> make(UUID invoice, LocalDate day) {
        return making.make(invoice, day)
                .onErrorResume(
                        Refused.class,
                        refused -> {
                            LOG.warn("No late fee on {}: {}", invoice, Traced.line(refused));
                            return Mono.empty();
                        });
    }
}
