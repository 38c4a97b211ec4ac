package dev.quittance.payments;

import dev.quittance.customers.Customers;
import dev.quittance.payments.RefundAnswer.NotRefunded;
import dev.quittance.payments.RefundAnswer.Refunded;
import dev.quittance.payments.RefundAnswer.Returning;
import dev.quittance.payments.RefundAttemptRepository.Sent;
import java.time.Duration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Keeps what a gateway said about a refund: in one transaction, and the first time only. */
@Service
class RefundOutcomes {
    private static final Duration NEVER = Duration.ofDays(36_500);
    private static final Duration FIRST_LOOK = Duration.ofSeconds(2);
    private static final Duration LATER_LOOK = Duration.ofMinutes(10);
    private static final int QUICK_LOOKS = 15;

    private final RefundAttemptRepository attempts;
    private final RefundSettlement settlement;
    private final Customers customers;

    RefundOutcomes(
            RefundAttemptRepository attempts, RefundSettlement settlement, Customers customers) {
        this.attempts = attempts;
        this.settlement = settlement;
        this.customers = customers;
    }

    @Transactional
    Mono<Void> keep(RefundAttempt attempt, RefundAnswer answer) {
        return customers
                .lock(attempt.customer())
                .then(Mono.defer(() -> attempts.lockUnfinished(attempt.id())))
                .flatMap(_ -> kept(attempt, answer));
    }

    private Mono<Void> kept(RefundAttempt attempt, RefundAnswer answer) {
        return switch (answer) {
            case Refunded(var reference) ->
                    attempts.move(attempt.id(), RefundStatus.SUCCEEDED, reference, NEVER)
                            .then(Mono.defer(() -> settlement.succeed(attempt.refund())));
            case NotRefunded(var reference, var failure) ->
                    attempts.move(attempt.id(), RefundStatus.FAILED, reference, NEVER)
                            .then(
                                    Mono.defer(
                                            () ->
                                                    settlement.fail(
                                                            attempt.refund(), failure.reason())));
            case Returning(var reference) ->
                    attempts.move(attempt.id(), RefundStatus.PENDING, reference, nextLook(attempt));
        };
    }

    /** What had been sent came back; the first time only. */
    @Transactional
    Mono<Void> comeBack(Sent sent, RefundFailure failure) {
        return customers
                .lock(sent.customer())
                .then(Mono.defer(() -> attempts.comeBack(sent.attempt())))
                .flatMap(refund -> settlement.comeBack(refund, failure.reason()));
    }

    private static Duration nextLook(RefundAttempt attempt) {
        return attempt.tries() < QUICK_LOOKS ? FIRST_LOOK : LATER_LOOK;
    }
}
