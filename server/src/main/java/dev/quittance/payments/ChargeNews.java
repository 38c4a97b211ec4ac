package dev.quittance.payments;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Something happened to a charge: its worker asks how it stands. */
@Component
class ChargeNews implements GatewayNews {
    private final AttemptRepository attempts;
    private final ChargeWorker worker;

    ChargeNews(AttemptRepository attempts, ChargeWorker worker) {
        this.attempts = attempts;
        this.worker = worker;
    }

    @Override
    public Kind about() {
        return Kind.CHARGE;
    }

    /** Of a charge that was not answered for yet nothing need be done: it is in hand. */
    @Override
    public Mono<Void> heard(String gateway, String reference) {
        return attempts.byReference(gateway, reference)
                .delayUntil(attempts::wake)
                .flatMap(worker::now);
    }
}
