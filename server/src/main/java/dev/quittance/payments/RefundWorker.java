package dev.quittance.payments;

import dev.quittance.platform.Settings;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Carries out the refunds that gateways are asked for. */
@Component
class RefundWorker extends GatewayWorker {
    private final Refunding refunding;
    private final RefundAttemptRepository attempts;

    RefundWorker(
            Refunding refunding,
            RefundAttemptRepository attempts,
            PaymentSettings settings,
            UnhurriedWriting writing,
            Settings installation) {
        super(settings, writing, installation);
        this.refunding = refunding;
        this.attempts = attempts;
    }

    @Override
    Mono<Mono<Void>> ask(UUID refund) {
        return refunding.ask(refund);
    }

    @Override
    Flux<UUID> due(int most) {
        return attempts.due(most);
    }
}
