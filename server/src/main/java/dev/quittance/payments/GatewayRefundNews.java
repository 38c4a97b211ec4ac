package dev.quittance.payments;

import dev.quittance.payments.RefundAnswer.NotRefunded;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Something happened to a refund: its worker asks how it stands. Of one that had succeeded it is
 * asked here whether the money came back.
 */
@Component
class GatewayRefundNews implements GatewayNews {
    private final RefundAttemptRepository attempts;
    private final RefundWorker worker;
    private final Gateways gateways;
    private final RefundOutcomes outcomes;

    GatewayRefundNews(
            RefundAttemptRepository attempts,
            RefundWorker worker,
            Gateways gateways,
            RefundOutcomes outcomes) {
        this.attempts = attempts;
        this.worker = worker;
        this.gateways = gateways;
        this.outcomes = outcomes;
    }

    @Override
    public Kind about() {
        return Kind.REFUND;
    }

    @Override
    public Mono<Void> heard(String gateway, String reference) {
        return attempts.wake(gateway, reference)
                .flatMap(worker::now)
                .then(Mono.defer(() -> attempts.sent(gateway, reference)))
                .flatMap(
                        sent ->
                                gateways.named(gateway)
                                        .retrieveRefund(reference)
                                        .map(GatewayRefund::answer)
                                        .ofType(NotRefunded.class)
                                        .flatMap(back -> outcomes.comeBack(sent, back.failure())));
    }
}
