package dev.quittance.payments;

import dev.quittance.platform.Settings;
import dev.quittance.platform.Worker;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Looks into what gateways tell by themselves. */
@Component
class GatewayEventWorker extends Worker {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final GatewayEvents events;

    GatewayEventWorker(GatewayEvents events, Settings settings) {
        super(settings.background(), PAUSE, events.wakes());
        this.events = events;
    }

    @Override
    protected Mono<Void> work() {
        return events.lookInto();
    }
}
