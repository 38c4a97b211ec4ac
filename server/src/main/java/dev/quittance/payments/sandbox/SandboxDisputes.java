package dev.quittance.payments.sandbox;

import dev.quittance.payments.DisputeReason;
import dev.quittance.payments.DisputeRehearsal;
import dev.quittance.payments.GatewayDispute;
import dev.quittance.payments.GatewayDispute.State;
import dev.quittance.platform.Amounts;
import dev.quittance.platform.BusinessClock;
import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The disputes of the sandbox gateway. Evidence is taken for ten days, what comes too late is lost.
 * Evidence with the word {@code winning_evidence} or {@code losing_evidence} is decided on the next
 * day, any other when staff says so. What is won gives the fee back.
 */
class SandboxDisputes implements DisputeRehearsal {
    private static final int DAYS_FOR_EVIDENCE = 10;

    private final SandboxDisputeMemory memory;
    private final SandboxMemory charges;
    private final SandboxSettings settings;
    private final BusinessClock clock;
    private final TransactionalOperator own;

    SandboxDisputes(
            SandboxDisputeMemory memory,
            SandboxMemory charges,
            SandboxSettings settings,
            BusinessClock clock,
            ReactiveTransactionManager transactions) {
        this.memory = memory;
        this.charges = charges;
        this.settings = settings;
        this.clock = clock;
        this.own =
                TransactionalOperator.create(
                        transactions,
                        new DefaultTransactionDefinition(
                                TransactionDefinition.PROPAGATION_REQUIRES_NEW));
    }

    /** What is new or has changed since a day; what is due by today happens first. */
    Flux<GatewayDispute> since(LocalDate day) {
        return byCard().then(own.transactional(clock.today().flatMap(memory::lapse)))
                .thenMany(Flux.defer(() -> memory.since(day)));
    }

    Mono<GatewayDispute> byReference(String reference) {
        return memory.byId(reference);
    }

    Mono<GatewayDispute> answer(String reference, String evidence) {
        return own.transactional(
                clock.today()
                        .flatMap(today -> memory.answer(reference, evidence, today))
                        .then(Mono.defer(() -> memory.byId(reference))));
    }

    Mono<GatewayDispute> accept(String reference) {
        return own.transactional(
                clock.today()
                        .flatMap(today -> memory.decide(reference, State.LOST, today))
                        .then(Mono.defer(() -> memory.byId(reference))));
    }

    @Override
    public String gateway() {
        return SandboxGateway.NAME;
    }

    @Override
    public Mono<GatewayDispute> open(String charge, @Nullable Money amount, DisputeReason reason) {
        return own.transactional(
                memory.lockCharge(charge)
                        .then(Mono.zip(charges.byId(charge), clock.today()))
                        .flatMap(found -> open(found.getT1(), amount, reason, found.getT2()))
                        .flatMap(memory::byId));
    }

    @Override
    public Mono<GatewayDispute> decide(String reference, boolean won) {
        return own.transactional(
                clock.today()
                        .flatMap(
                                today ->
                                        memory.decide(
                                                reference, won ? State.WON : State.LOST, today))
                        .then(Mono.defer(() -> memory.byId(reference))));
    }

    /** The payers with the card that is made for it dispute what they paid. */
    private Mono<Void> byCard() {
        return memory.undisputed(SandboxCard.DISPUTED.token())
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(charge -> open(charge, null, DisputeReason.FRAUDULENT))
                .then();
    }

    private Mono<String> open(
            SandboxCharge charge, @Nullable Money wished, DisputeReason reason, LocalDate today) {
        var id = "sbd_" + UUID.randomUUID().toString().replace("-", "");
        var fee = settings.disputeFee(charge.amount().getCurrencyUnit());
        var opening =
                new SandboxDisputeMemory.Opening(
                        id,
                        charge.id(),
                        wished == null ? 0 : Amounts.minor(wished),
                        Amounts.minor(fee),
                        reason,
                        today,
                        today.plusDays(DAYS_FOR_EVIDENCE));
        return memory.add(opening).filter(added -> added).map(_ -> id);
    }
}
