package dev.quittance.payments;

import dev.quittance.payments.ChargeCreation.Created;
import dev.quittance.payments.ChargeCreation.NotCreated;
import dev.quittance.payments.ChargeOutcome.Declined;
import dev.quittance.payments.ChargeStep.Confirm;
import dev.quittance.payments.ChargeStep.Create;
import dev.quittance.payments.ChargeStep.Drop;
import dev.quittance.payments.ChargeStep.Look;
import dev.quittance.payments.ChargeStep.Recall;
import dev.quittance.platform.Traced;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Brings a charge one step on: takes the attempt in hand, asks the gateway, keeps the outcome. Each
 * of the three is committed by itself, and the gateway is called outside of any transaction; killed
 * anywhere, the next worker goes on from what was committed.
 */
@Service
class Charging {
    private static final Logger LOG = LoggerFactory.getLogger(Charging.class);

    // Longer than a gateway is waited for, so that only a dead worker's lease runs out.
    private static final Duration LEASE = Duration.ofSeconds(90);
    private static final Duration PATIENCE = Duration.ofSeconds(80);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final AttemptRepository attempts;
    private final Gateways gateways;
    private final ChargeOutcomes outcomes;
    private final PaidDrafts drafts;

    Charging(
            AttemptRepository attempts,
            Gateways gateways,
            ChargeOutcomes outcomes,
            PaidDrafts drafts) {
        this.attempts = attempts;
        this.gateways = gateways;
        this.outcomes = outcomes;
        this.drafts = drafts;
    }

    /**
     * Takes it in hand and asks the gateway; answers how to keep what it said. Does nothing when
     * another worker has it in hand, or when it is finished.
     */
    Mono<Mono<Void>> ask(UUID payment) {
        return attempts.lease(payment, LEASE)
                .flatMap(
                        attempt ->
                                ask(attempt)
                                        .timeout(PATIENCE)
                                        .map(
                                                outcome ->
                                                        keep(attempt, outcome)
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

    /** Money that came in is kept, whether what it was for can be posted or not. */
    private Mono<Void> keep(PaymentAttempt attempt, ChargeOutcome outcome) {
        return outcomes.keep(attempt, outcome)
                .onErrorResume(
                        DraftUnpostable.class,
                        fault ->
                                drafts.giveUp(attempt.payment(), fault)
                                        .then(Mono.defer(() -> outcomes.keep(attempt, outcome))));
    }

    private Mono<ChargeOutcome> ask(PaymentAttempt attempt) {
        var gateway = gateways.named(attempt.gateway());
        return switch (ChargeStep.next(attempt, Instant.now())) {
            case Create() -> gateway.create(attempt.order()).flatMap(made -> take(attempt, made));
            case Recall() ->
                    gateway.find(attempt.order())
                            .<ChargeCreation>map(Created::new)
                            .switchIfEmpty(Mono.defer(() -> gateway.create(attempt.order())))
                            .flatMap(made -> take(attempt, made));
            case Confirm(var reference) -> gateway.confirm(attempt.order(), reference);
            case Look(var reference) -> gateway.retrieve(reference);
            case Drop() ->
                    Mono.justOrEmpty(attempt.reference())
                            .switchIfEmpty(Mono.defer(() -> gateway.find(attempt.order())))
                            .flatMap(gateway::abandon)
                            .defaultIfEmpty(new Declined(Decline.NOT_CONFIRMED));
        };
    }

    /** The reference is ours for good before any money can move. */
    private Mono<ChargeOutcome> take(PaymentAttempt attempt, ChargeCreation made) {
        return switch (made) {
            case NotCreated(var decline) -> Mono.just(new Declined(decline));
            case Created(var reference) ->
                    attempts.created(attempt.id(), reference)
                            .then(
                                    Mono.defer(
                                            () ->
                                                    gateways.named(attempt.gateway())
                                                            .confirm(attempt.order(), reference)));
        };
    }

    private Mono<Void> later(PaymentAttempt attempt, Throwable cause) {
        LOG.warn(
                "Charge {} of payment {} has no outcome yet (try {}): {}",
                attempt.id(),
                attempt.payment(),
                attempt.tries(),
                Traced.line(cause));
        return attempts.release(attempt.id(), pause(attempt.tries()));
    }

    private static Duration pause(int tries) {
        var pause = Duration.ofSeconds(1L << Math.min(tries, 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
