package dev.quittance.platform;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Measures what waits in the outbox, for alarms: {@code quittance_outbox_waiting, …_parked}. */
@Component
class OutboxMeter extends Worker {
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final DatabaseClient db;
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong parked = new AtomicLong();

    OutboxMeter(DatabaseClient db, Settings settings, MeterRegistry meters) {
        super(settings.background(), PAUSE, Flux.never());
        this.db = db;
        meters.gauge("quittance.outbox.waiting", waiting);
        meters.gauge("quittance.outbox.parked", parked);
    }

    @Override
    protected Duration firstLook() {
        return Duration.ZERO;
    }

    @Override
    protected Mono<Void> work() {
        return db.sql(
                        """
                        select count(*) filter (where parked_at is null) as waiting,
                               count(*) filter (where parked_at is not null) as parked
                          from delivery
                        """)
                .map(Columns::new)
                .one()
                .doOnNext(
                        column -> {
                            waiting.set(column.number("waiting"));
                            parked.set(column.number("parked"));
                        })
                .then();
    }
}
