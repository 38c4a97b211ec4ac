package dev.quittance.payments;

import dev.quittance.platform.Changes;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Has a refund carried out that was begun, and waits a while for what becomes of it. */
@Service
public class RefundCarrying {
    private static final Duration POLL = Duration.ofSeconds(1);

    private final RefundWorker worker;
    private final Refunds refunds;
    private final RefundAttemptRepository attempts;
    private final Changes changes;
    private final PaymentSettings settings;

    RefundCarrying(
            RefundWorker worker,
            Refunds refunds,
            RefundAttemptRepository attempts,
            Changes changes,
            PaymentSettings settings) {
        this.worker = worker;
        this.refunds = refunds;
        this.attempts = attempts;
        this.changes = changes;
        this.settings = settings;
    }

    /**
     * Sends the money, unless that has been done; answers how the refund stands once the gateway
     * has said anything, or when it does not in time.
     */
    public Mono<Refund> carry(UUID id) {
        return refunds.get(id)
                .flatMap(
                        refund ->
                                refund.method() == PaymentMethodKind.CARD
                                                && refund.status() == RefundStatus.PENDING
                                        ? Mono.<Void>fromRunnable(() -> worker.submit(id))
                                                .then(answered(refund))
                                        : Mono.just(refund));
    }

    private Mono<Refund> answered(Refund refund) {
        var news =
                changes.stream()
                        .filter(change -> refund.paymentId().equals(change.id()))
                        .map(_ -> 0L);
        return Flux.merge(Flux.interval(Duration.ZERO, POLL), news)
                .onBackpressureLatest()
                .concatMap(_ -> attempts.answered(refund.id()), 1)
                .filter(answered -> answered)
                .next()
                .timeout(settings.answerWithin(), Mono.just(false))
                .then(Mono.defer(() -> refunds.get(refund.id())));
    }
}
