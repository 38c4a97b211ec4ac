package dev.quittance.payments;

import dev.quittance.platform.Caller;
import dev.quittance.platform.Changes;
import dev.quittance.platform.Ids;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Charges cards: planned in the act's transaction, carried out after it, answered when known. */
@Service
public class Charges {
    private static final Duration POLL = Duration.ofSeconds(1);

    private final AttemptRepository attempts;
    private final Payments payments;
    private final ChargeWorker worker;
    private final Changes changes;
    private final PaymentSettings settings;

    Charges(
            AttemptRepository attempts,
            Payments payments,
            ChargeWorker worker,
            Changes changes,
            PaymentSettings settings) {
        this.attempts = attempts;
        this.payments = payments;
        this.worker = worker;
        this.changes = changes;
        this.settings = settings;
    }

    /**
     * Keeps a payment and the charge it is to be collected by. Call inside a transaction that has
     * locked the customer; after its commit, {@link #charge}.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> plan(NewPayment payment, PaymentGateway gateway, ChargeSource source) {
        return payments.begin(payment)
                .then(attempts.add(Ids.next(), payment.id(), gateway.name(), source));
    }

    /**
     * Lets a planned payment be charged in its turn, with nobody waiting. Call after its commit.
     */
    public void submit(UUID payment) {
        worker.queue(payment).subscribe();
    }

    /** The same, and ends when the gateway has been asked. */
    public Mono<Void> carryOut(UUID payment) {
        return Mono.defer(() -> worker.queue(payment));
    }

    /** For how many charges that nobody waits for a gateway is asked at once. */
    public int atOnce() {
        return settings.atOnce();
    }

    /** How many of those are to be in hand, so that no turn at a gateway passes unused. */
    public int inHand() {
        return settings.inHand();
    }

    /** What a gateway remembers since a payment; empty if nothing. */
    public Mono<KeptCard> kept(UUID payment) {
        return attempts.kept(payment);
    }

    /**
     * Charges a planned payment, unless that has been done, and waits for the gateway's answer; the
     * payment is still on its way when none comes in time.
     */
    public Mono<ChargeAnswer> charge(UUID payment) {
        return Mono.<Void>fromRunnable(() -> worker.submit(payment)).then(answer(payment));
    }

    /** Asks the gateway anew about a payment that waits for the bank or the money. */
    public Mono<ChargeAnswer> askAgain(UUID payment, Caller caller) {
        return payments.get(payment, caller)
                .then(Mono.defer(() -> attempts.wake(payment)))
                .then(worker.now(payment).timeout(settings.answerWithin(), Mono.empty()))
                .then(answer(payment));
    }

    /** A gateway tells that there is news of a charge. */
    public Mono<Void> heard(String gateway, String reference) {
        return attempts.byReference(gateway, reference)
                .flatMap(payment -> attempts.wake(payment).thenReturn(payment))
                .doOnNext(worker::submit)
                .then();
    }

    private Mono<ChargeAnswer> answer(UUID payment) {
        var news = changes.stream().filter(change -> payment.equals(change.id())).map(_ -> 0L);
        return Flux.merge(Flux.interval(Duration.ZERO, POLL), news)
                .onBackpressureLatest()
                .concatMap(_ -> attempts.progress(payment), 1)
                .filter(ChargeProgress::answered)
                .next()
                .timeout(settings.answerWithin(), attempts.progress(payment))
                .flatMap(progress -> answer(payment, progress));
    }

    private Mono<ChargeAnswer> answer(UUID payment, ChargeProgress progress) {
        return payments.get(payment).map(found -> new ChargeAnswer(found, progress.actionUrl()));
    }
}
