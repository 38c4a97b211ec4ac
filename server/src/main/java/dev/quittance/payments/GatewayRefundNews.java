package dev.quittance.payments;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Something happened to a refund: its worker asks how it stands. */
@Component
class GatewayRefundNews implements GatewayNews {
    private final RefundAttemptRepository attempts;
    private final RefundWorker worker;

    GatewayRefundNews(RefundAttemptRepository attempts, RefundWorker worker) {
        this.attempts = attempts;
        this.worker = worker;
    }

    @Override
    public Kind about() {
        return Kind.REFUND;
    }

    @Override
    public Mono<Void> heard(String gateway, String reference) {
        return attempts.wake(gateway, reference).flatMap(worker::now);
    }
}
