package dev.quittance.platform;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Measures what waits in the outbox, for alarms: {@code quittance_outbox_waiting, …_parked}. */
@Component
class OutboxMeter implements SmartLifecycle {
    private static final Duration EVERY = Duration.ofSeconds(30);

    private final DatabaseClient db;
    private final Settings settings;
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong parked = new AtomicLong();
    private volatile @Nullable Disposable measuring;

    OutboxMeter(DatabaseClient db, Settings settings, MeterRegistry meters) {
        this.db = db;
        this.settings = settings;
        meters.gauge("quittance.outbox.waiting", waiting);
        meters.gauge("quittance.outbox.parked", parked);
    }

    @Override
    public void start() {
        measuring =
                Flux.interval(Duration.ZERO, EVERY)
                        .onBackpressureDrop()
                        .concatMap(_ -> measure().onErrorComplete())
                        .subscribe();
    }

    @Override
    public void stop() {
        var present = measuring;
        if (present != null) {
            present.dispose();
        }
        measuring = null;
    }

    @Override
    public boolean isRunning() {
        return measuring != null;
    }

    @Override
    public boolean isAutoStartup() {
        return settings.background();
    }

    private Mono<Void> measure() {
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
