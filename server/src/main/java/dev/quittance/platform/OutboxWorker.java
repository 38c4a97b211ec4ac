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

/** Delivers when woken by a notification, and every few seconds in case none came. */
@Component
class OutboxWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxWorker.class);
    private static final Duration POLL = Duration.ofSeconds(5);

    private final Settings settings;
    private final Outbox outbox;
    private final Notifications notifications;
    private volatile @Nullable Disposable working;

    OutboxWorker(Settings settings, Outbox outbox, Notifications notifications) {
        this.settings = settings;
        this.outbox = outbox;
        this.notifications = notifications;
    }

    @Override
    public void start() {
        var wakes =
                notifications.stream()
                        .filter(heard -> heard.channel().equals(Deliveries.CHANNEL))
                        .map(_ -> 0L);
        working =
                Flux.merge(Flux.interval(POLL), wakes)
                        .onBackpressureLatest()
                        .concatMap(_ -> deliver(), 1)
                        .subscribe();
    }

    private Mono<Void> deliver() {
        return outbox.deliverAll()
                .doOnError(e -> LOG.warn("Deliveries were interrupted: {}", e.getMessage()))
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
