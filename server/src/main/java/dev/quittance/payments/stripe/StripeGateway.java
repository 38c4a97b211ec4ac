package dev.quittance.payments.stripe;

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
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Cards charged through Stripe. */
class StripeGateway implements PaymentGateway {
    static final String NAME = "stripe";

    private final PaymentOption option;
    private final StripeCharging charging;
    private final StripeRefunding refunds;
    private final StripeSetups setups;
    private final StripeDisputes disputes;
    private final StripePayouts payouts;

    StripeGateway(
            String publishableKey,
            StripeCalls calls,
            StripeCharging charging,
            StripeSetups setups) {
        this.option = new PaymentOption(NAME, "Card", List.of(), publishableKey);
        this.charging = charging;
        this.refunds = new StripeRefunding(calls);
        this.setups = setups;
        this.disputes = new StripeDisputes(calls);
        this.payouts = new StripePayouts(calls);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public PaymentOption option() {
        return option;
    }

    @Override
    public Mono<String> label(String cardToken) {
        return setups.label(cardToken);
    }

    @Override
    public Mono<ChargeCreation> create(ChargeOrder order) {
        return charging.create(order);
    }

    @Override
    public Mono<String> find(ChargeOrder order) {
        return charging.find(order);
    }

    @Override
    public Mono<ChargeOutcome> confirm(ChargeOrder order, String reference) {
        return charging.confirm(order, reference);
    }

    @Override
    public Mono<ChargeOutcome> retrieve(String reference) {
        return charging.retrieve(reference);
    }

    @Override
    public Mono<ChargeOutcome> abandon(String reference) {
        return charging.abandon(reference);
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
        return setups.setUp(order);
    }

    @Override
    public Mono<SetupOutcome> retrieveSetup(String reference) {
        return setups.retrieve(reference);
    }

    @Override
    public Mono<Void> forget(String method) {
        return setups.forget(method);
    }

    @Override
    public Flux<GatewayPayout> payouts(LocalDate since) {
        return payouts.since(since);
    }
}
