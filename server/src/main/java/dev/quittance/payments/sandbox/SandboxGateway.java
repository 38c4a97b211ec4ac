package dev.quittance.payments.sandbox;

import dev.quittance.payments.ChargeCreation;
import dev.quittance.payments.ChargeOrder;
import dev.quittance.payments.ChargeOutcome;
import dev.quittance.payments.GatewayDispute;
import dev.quittance.payments.GatewayPayout;
import dev.quittance.payments.GatewayRefund;
import dev.quittance.payments.PaymentGateway;
import dev.quittance.payments.PaymentOption;
import dev.quittance.payments.RefundAnswer;
import dev.quittance.payments.RefundOrder;
import dev.quittance.payments.SetupOrder;
import dev.quittance.payments.SetupOutcome;
import java.time.LocalDate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A card processor of our own to try things out with. It behaves like a real one and moves no
 * money.
 */
class SandboxGateway implements PaymentGateway {
    static final String NAME = "sandbox";

    private final SandboxMemory memory;
    private final SandboxCharging charging;
    private final SandboxMethods methods;
    private final SandboxRefunding refunds;
    private final SandboxPayouts payouts;
    private final SandboxDisputes disputes;

    SandboxGateway(
            SandboxMemory memory,
            SandboxCharging charging,
            SandboxMethods methods,
            SandboxRefunding refunds,
            SandboxPayouts payouts,
            SandboxDisputes disputes) {
        this.memory = memory;
        this.charging = charging;
        this.methods = methods;
        this.refunds = refunds;
        this.payouts = payouts;
        this.disputes = disputes;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public PaymentOption option() {
        return new PaymentOption(NAME, "Card (sandbox)", SandboxCard.testCards(), null);
    }

    @Override
    public Mono<String> label(String cardToken) {
        return Mono.justOrEmpty(SandboxCard.of(cardToken).map(SandboxCard::label));
    }

    @Override
    public Mono<ChargeCreation> create(ChargeOrder order) {
        return charging.create(order);
    }

    @Override
    public Mono<String> find(ChargeOrder order) {
        return memory.byKey(order.key()).map(SandboxCharge::id);
    }

    @Override
    public Mono<ChargeOutcome> confirm(ChargeOrder order, String reference) {
        return charging.confirm(reference);
    }

    @Override
    public Mono<ChargeOutcome> retrieve(String reference) {
        return memory.settled(reference).flatMap(charging::outcome);
    }

    @Override
    public Mono<ChargeOutcome> abandon(String reference) {
        return memory.abandon(reference).flatMap(charging::outcome);
    }

    @Override
    public Mono<RefundAnswer> refund(RefundOrder order) {
        return refunds.refund(order);
    }

    @Override
    public Mono<RefundAnswer> findRefund(RefundOrder order) {
        return refunds.find(order);
    }

    @Override
    public Mono<GatewayRefund> retrieveRefund(String reference) {
        return refunds.retrieve(reference);
    }

    @Override
    public Flux<GatewayRefund> refunds(LocalDate since) {
        return refunds.since(since);
    }

    @Override
    public Flux<GatewayDispute> disputes(LocalDate since) {
        return disputes.since(since);
    }

    @Override
    public Mono<GatewayDispute> dispute(String reference) {
        return disputes.byReference(reference);
    }

    @Override
    public Mono<GatewayDispute> answerDispute(String reference, String evidence) {
        return disputes.answer(reference, evidence);
    }

    @Override
    public Mono<GatewayDispute> acceptDispute(String reference) {
        return disputes.accept(reference);
    }

    @Override
    public Mono<SetupOutcome> setUp(SetupOrder order) {
        return methods.setUp(order);
    }

    @Override
    public Mono<SetupOutcome> retrieveSetup(String reference) {
        return methods.retrieve(reference);
    }

    @Override
    public Mono<Void> forget(String method) {
        return methods.forget(method);
    }

    @Override
    public Flux<GatewayPayout> payouts(LocalDate since) {
        return payouts.since(since);
    }
}
