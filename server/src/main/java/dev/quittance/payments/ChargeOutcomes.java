package dev.quittance.payments;

import dev.quittance.customers.Customers;
import dev.quittance.ledger.Booking;
import dev.quittance.ledger.Ledger;
import dev.quittance.ledger.NewTransfer;
import dev.quittance.ledger.SourceKind;
import dev.quittance.payments.ChargeOutcome.ActionNeeded;
import dev.quittance.payments.ChargeOutcome.Declined;
import dev.quittance.payments.ChargeOutcome.Succeeded;
import dev.quittance.payments.ChargeOutcome.Underway;
import dev.quittance.payments.PaymentAttempt.State;
import dev.quittance.platform.BusinessClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Keeps what a gateway said about a charge: in one transaction, and the first time only. */
@Service
class ChargeOutcomes {
    private static final Duration NEVER = Duration.ofDays(36_500);
    // Who closes the bank's page without coming back is found out about within half a minute.
    private static final Duration CONFIRMATION_LOOK = Duration.ofSeconds(30);
    private static final Duration FIRST_LOOK = Duration.ofSeconds(2);
    private static final Duration LATER_LOOK = Duration.ofMinutes(10);
    private static final int QUICK_LOOKS = 15;

    private final AttemptRepository attempts;
    private final PaymentOutcomes payments;
    private final Customers customers;
    private final Ledger ledger;
    private final BusinessClock clock;

    ChargeOutcomes(
            AttemptRepository attempts,
            PaymentOutcomes payments,
            Customers customers,
            Ledger ledger,
            BusinessClock clock) {
        this.attempts = attempts;
        this.payments = payments;
        this.customers = customers;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Transactional
    Mono<Void> keep(PaymentAttempt attempt, ChargeOutcome outcome) {
        return customers
                .lock(attempt.customer())
                .then(attempts.lockUnfinished(attempt.id()))
                .flatMap(before -> keep(attempt, before, outcome));
    }

    private Mono<Void> keep(PaymentAttempt attempt, State before, ChargeOutcome outcome) {
        return switch (outcome) {
            case Succeeded(var fee, var kept) ->
                    attempts.succeed(attempt.id(), fee, kept)
                            .then(clock.today())
                            .flatMap(today -> succeed(attempt, fee, today));
            case Declined(var decline) ->
                    attempts.move(attempt.id(), State.DECLINED, null, NEVER)
                            .then(payments.decline(attempt.payment(), decline));
            case ActionNeeded(var url) ->
                    attempts.move(attempt.id(), State.REQUIRES_ACTION, url, CONFIRMATION_LOOK)
                            .then(waits(attempt, before, State.REQUIRES_ACTION));
            case Underway() ->
                    attempts.move(attempt.id(), State.PROCESSING, null, nextLook(attempt))
                            .then(waits(attempt, before, State.PROCESSING));
        };
    }

    private Mono<Void> succeed(PaymentAttempt attempt, Money fee, LocalDate today) {
        return ledger.book(kept(attempt, fee, today))
                .then(Mono.defer(() -> payments.succeed(attempt.payment(), today)));
    }

    private static List<NewTransfer> kept(PaymentAttempt attempt, Money fee, LocalDate today) {
        return fee.isZero()
                ? List.of()
                : List.of(
                        NewTransfer.of(
                                Booking.GATEWAY_FEE,
                                attempt.customer(),
                                fee,
                                SourceKind.PAYMENT,
                                attempt.payment(),
                                today));
    }

    private Mono<Void> waits(PaymentAttempt attempt, State before, State now) {
        return before == now
                ? Mono.empty()
                : payments.move(attempt.payment(), PaymentStatus.valueOf(now.name()));
    }

    private static Duration nextLook(PaymentAttempt attempt) {
        return attempt.tries() < QUICK_LOOKS ? FIRST_LOOK : LATER_LOOK;
    }
}
