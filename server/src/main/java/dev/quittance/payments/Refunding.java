package dev.quittance.payments;

import dev.quittance.payments.RefundStep.Ask;
import dev.quittance.payments.RefundStep.Look;
import dev.quittance.payments.RefundStep.Recall;
import dev.quittance.platform.Traced;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Brings a refund at a gateway one step on: takes the attempt in hand, asks the gateway, keeps the
 * outcome. Each of the three is committed by itself, and the gateway is called outside of any
 * transaction; killed anywhere, the next worker goes on from what was committed.
 */
@Service
class Refunding {
    private static final Logger LOG = LoggerFactory.getLogger(Refunding.class);

    // Longer than a gateway is waited for, so that only a dead worker's lease runs out.
    private static final Duration LEASE = Duration.ofSeconds(90);
    private static final Duration PATIENCE = Duration.ofSeconds(80);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final RefundAttemptRepository attempts;
    private final Gateways gateways;
    private final RefundOutcomes outcomes;

    Refunding(RefundAttemptRepository attempts, Gateways gateways, RefundOutcomes outcomes) {
        this.attempts = attempts;
        this.gateways = gateways;
        this.outcomes = outcomes;
    }

    /**
     * Takes it in hand and asks the gateway; answers how to keep what it said. Does nothing when
     * another worker has it in hand, or when it is finished.
     */
    Mono<Mono<Void>> ask(UUID refund) {
        return attempts.lease(refund, LEASE)
                .flatMap(
                        attempt ->
                                ask(attempt)
                                        .timeout(PATIENCE)
                                        .map(
                                                answer ->
                                                        outcomes.keep(attempt, answer)
                                                                .onErrorResume(
                                                                        cause ->
                                                                                later(
                                                                                        attempt,
                                                                                        cause)))
                                        .onErrorResume(
                                                cause ->
                                                        later(attempt, cause)
                                                                .thenReturn(Mono.empty())));
    }

    private Mono<RefundAnswer> ask(RefundAttempt attempt) {
        var gateway = gateways.named(attempt.gateway());
        return switch (RefundStep.next(attempt)) {
            case Ask() -> gateway.refund(attempt.order());
            case Recall() ->
                    gateway.findRefund(attempt.order())
                            .switchIfEmpty(Mono.defer(() -> gateway.refund(attempt.order())));
            case Look(var reference) ->
                    gateway.retrieveRefund(reference).map(GatewayRefund::answer);
        };
    }

    private Mono<Void> later(RefundAttempt attempt, Throwable cause) {
        LOG.warn(
                "Refund {} has no outcome yet (try {}): {}",
                attempt.refund(),
                attempt.tries(),
                Traced.line(cause));
        return attempts.release(attempt.id(), pause(attempt.tries()));
    }

    private static Duration pause(int tries) {
        var pause = Duration.ofSeconds(1L << Math.min(tries, 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
