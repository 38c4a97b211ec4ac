package dev.quittance.payments;

import dev.quittance.platform.Settings;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Carries out the charges of payments. */
@Component
class ChargeWorker extends GatewayWorker {
    private final Charging charging;
    private final AttemptRepository attempts;

    ChargeWorker(
            Charging charging,
            AttemptRepository attempts,
            PaymentSettings settings,
            UnhurriedWriting writing,
            Settings installation) {
        super(settings, writing, installation);
        this.charging = charging;
        this.attempts = attempts;
    }

    @Override
    Mono<Mono<Void>> ask(UUID payment) {
        return charging.ask(payment);
    }

    @Override
    Flux<UUID> due(int most) {
        return attempts.due(most);
    }
}
