package dev.quittance.payments.sandbox;

import static java.util.Objects.requireNonNull;

import dev.quittance.payments.GatewayRefund;
import dev.quittance.payments.RefundAnswer;
import dev.quittance.payments.RefundAnswer.NotRefunded;
import dev.quittance.payments.RefundAnswer.Refunded;
import dev.quittance.payments.RefundAnswer.Returning;
import dev.quittance.payments.RefundFailure;
import dev.quittance.payments.RefundOrder;
import dev.quittance.payments.sandbox.SandboxRefund.State;
import dev.quittance.payments.sandbox.SandboxRefundMemory.Beginning;
import java.time.LocalDate;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How the sandbox gateway sends money back: at once, later or never, by the card that paid. */
class SandboxRefunding {
    private final SandboxMemory charges;
    private final SandboxRefundMemory memory;
    private final SandboxSettings settings;

    SandboxRefunding(SandboxMemory charges, SandboxRefundMemory memory, SandboxSettings settings) {
        this.charges = charges;
        this.memory = memory;
        this.settings = settings;
    }

    Mono<RefundAnswer> refund(RefundOrder order) {
        return charges.byId(order.charge())
                .map(charge -> SandboxCard.of(charge.cardToken()).orElseThrow())
                .flatMap(card -> memory.create("sbr_" + UUID.randomUUID(), order, beginning(card)))
                .map(
                        made -> {
                            if (!made.amount().isEqual(order.amount())
                                    || !made.charge().equals(order.charge())) {
                                throw new IllegalStateException(
                                        "the key stands for another refund: " + made.id());
                            }
                            return answer(made);
                        });
    }

    Mono<RefundAnswer> find(RefundOrder order) {
        return memory.byKey(order.key()).map(SandboxRefunding::answer);
    }

    Mono<GatewayRefund> retrieve(String reference) {
        return memory.settled(reference).map(SandboxRefunding::told);
    }

    Flux<GatewayRefund> since(LocalDate day) {
        return memory.since(day).map(SandboxRefunding::told);
    }

    private static GatewayRefund told(SandboxRefund refund) {
        return new GatewayRefund(
                refund.charge(), refund.amount(), refund.key(), null, answer(refund));
    }

    private Beginning beginning(SandboxCard card) {
        return switch (card.refund()) {
            case AT_ONCE -> new Beginning(State.SUCCEEDED, null, settings.settlesAfter());
            case LATER -> new Beginning(State.PENDING, null, settings.settlesAfter());
            case NEVER ->
                    new Beginning(State.FAILED, RefundFailure.CARD_CLOSED, settings.settlesAfter());
        };
    }

    private static RefundAnswer answer(SandboxRefund refund) {
        return switch (refund.state()) {
            case SUCCEEDED -> new Refunded(refund.id());
            case PENDING -> new Returning(refund.id());
            case FAILED, RETURNED -> new NotRefunded(refund.id(), requireNonNull(refund.failure()));
        };
    }
}
