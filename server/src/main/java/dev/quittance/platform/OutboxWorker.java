package dev.quittance.platform;

import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Delivers when woken by a notification, and every few seconds in case none came. */
@Component
class OutboxWorker extends Worker {
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Outbox outbox;

    OutboxWorker(Settings settings, Outbox outbox, Notifications notifications) {
        super(
                settings.background(),
                PAUSE,
                notifications.stream().filter(heard -> heard.channel().equals(Deliveries.CHANNEL)));
        this.outbox = outbox;
    }

    @Override
    protected Mono<Void> work() {
        return outbox.deliverAll();
    }
}
