package dev.quittance.payments;

import dev.quittance.platform.DueWork;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Forgets what gateways told by themselves once they no longer repeat it. */
@Component
class GatewayEventsForgotten implements DueWork {
    private static final Duration KEPT = Duration.ofDays(90);

    private final GatewayEventRepository repository;

    GatewayEventsForgotten(GatewayEventRepository repository) {
        this.repository = repository;
    }

    @Override
    public String name() {
        return "gateway-events";
    }

    @Override
    public int floor() {
        return 0;
    }

    @Override
    public Mono<Void> run(LocalDate day, ZoneId zone) {
        return repository.forget(KEPT);
    }
}
