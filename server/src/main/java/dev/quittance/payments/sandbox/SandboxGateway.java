package dev.quittance.payments.sandbox;

import static java.util.Objects.requireNonNull;

import dev.quittance.payments.ChargeOrder;
import dev.quittance.payments.ChargeOutcome;
import dev.quittance.payments.ChargeOutcome.ActionNeeded;
import dev.quittance.payments.ChargeOutcome.Declined;
import dev.quittance.payments.ChargeOutcome.Succeeded;
import dev.quittance.payments.ChargeOutcome.Underway;
import dev.quittance.payments.GatewayDispute;
import dev.quittance.payments.GatewayPayout;
import dev.quittance.payments.PaymentGateway;
import dev.quittance.payments.PaymentOption;
import dev.quittance.payments.RefundAnswer;
import dev.quittance.payments.RefundOrder;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A card processor of our own to try things out with. It behaves like a real one and moves no
 * money.
 */
class SandboxGateway implements PaymentGateway {
    static final String NAME = "sandbox";
    private static final int REFERENCE_BYTES = 24;

    private final SandboxMemory memory;
    private final SandboxRefunding refunds;
    private final SandboxPayouts payouts;
    private final SandboxDisputes disputes;
    private final SandboxSettings settings;
    private final SecureRandom random = new SecureRandom();

    SandboxGateway(
            SandboxMemory memory,
            SandboxRefunding refunds,
            SandboxPayouts payouts,
            SandboxDisputes disputes,
            SandboxSettings settings) {
        this.memory = memory;
        this.refunds = refunds;
        this.payouts = payouts;
        this.disputes = disputes;
        this.settings = settings;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public PaymentOption option() {
        return new PaymentOption(NAME, "Card (sandbox)", SandboxCard.testCards());
    }

    @Override
    public Mono<String> label(String cardToken) {
        return Mono.justOrEmpty(SandboxCard.of(cardToken).map(SandboxCard::label));
    }

    @Override
    public Mono<String> create(ChargeOrder order) {
        return memory.create(reference(), order, settings.fee(order.amount()))
                .map(
                        charge -> {
                            if (!charge.amount().isEqual(order.amount())
                                    || !charge.cardToken().equals(order.cardToken())) {
                                throw new IllegalStateException(
                                        "the key stands for another charge: " + charge.id());
                            }
                            return charge.id();
                        });
    }

    @Override
    public Mono<String> find(String key) {
        return memory.byKey(key).map(SandboxCharge::id);
    }

    @Override
    public Mono<ChargeOutcome> confirm(String reference) {
        return memory.byId(reference)
                .flatMap(
                        charge -> {
                            var card = SandboxCard.of(charge.cardToken()).orElseThrow();
                            return memory.confirm(
                                            reference,
                                            afterConfirming(card),
                                            card.decline(),
                                            settings.settlesAfter())
                                    .map(SandboxGateway::outcome)
                                    .delayElement(answersAfter(card));
                        });
    }

    @Override
    public Mono<ChargeOutcome> retrieve(String reference) {
        return memory.settled(reference).map(SandboxGateway::outcome);
    }

    @Override
    public Mono<ChargeOutcome> abandon(String reference) {
        return memory.abandon(reference).map(SandboxGateway::outcome);
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
    public Mono<RefundAnswer> retrieveRefund(String reference) {
        return refunds.retrieve(reference);
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
    public Flux<GatewayPayout> payouts(LocalDate since) {
        return payouts.since(since);
    }

    private static SandboxCharge.State afterConfirming(SandboxCard card) {
        return switch (card.answer()) {
            case PAYS, PAYS_SLOWLY -> SandboxCharge.State.SUCCEEDED;
            case ASKS -> SandboxCharge.State.REQUIRES_ACTION;
            case SETTLES_LATER -> SandboxCharge.State.PROCESSING;
            case DECLINES -> SandboxCharge.State.DECLINED;
        };
    }

    private Duration answersAfter(SandboxCard card) {
        return card.answer() == SandboxCard.Answer.PAYS_SLOWLY
                ? settings.slowAnswer()
                : Duration.ZERO;
    }

    private static ChargeOutcome outcome(SandboxCharge charge) {
        return switch (charge.state()) {
            case SUCCEEDED -> new Succeeded(charge.fee());
            case REQUIRES_ACTION -> new ActionNeeded(bankPage(charge.id()));
            case PROCESSING -> new Underway();
            case DECLINED -> new Declined(requireNonNull(charge.decline()));
            case CREATED -> throw new IllegalStateException("not confirmed: " + charge.id());
        };
    }

    private static String bankPage(String reference) {
        return UriComponentsBuilder.fromPath(SandboxBankPage.PATH)
                .buildAndExpand(reference)
                .toUriString();
    }

    /** Unguessable: whoever knows it may answer for the payer. */
    private String reference() {
        var bytes = new byte[REFERENCE_BYTES];
        random.nextBytes(bytes);
        return "sbx_" + HexFormat.of().formatHex(bytes);
    }
}
