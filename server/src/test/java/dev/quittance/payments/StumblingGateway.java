package dev.quittance.payments;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Makes the way to the gateway stumble where a test wants it: the server dies before the call, or
 * the answer gets lost after it. What the gateway did stays done. Otherwise it changes nothing.
 */
@Component
public class StumblingGateway implements BeanPostProcessor {

    /** Where the server can die. */
    public enum Step {
        BEFORE_CREATE,
        AFTER_CREATE,
        BEFORE_CONFIRM,
        AFTER_CONFIRM,
        BEFORE_RETRIEVE,
        AFTER_RETRIEVE,
        BEFORE_REFUND,
        AFTER_REFUND,
        BEFORE_ANSWER,
        AFTER_ANSWER,
        BEFORE_SET_UP,
        AFTER_SET_UP
    }

    private static final List<Step> NEXT = new CopyOnWriteArrayList<>();
    private static volatile Duration latency = Duration.ZERO;

    /** Stumbles once at each of these steps, in their order. */
    public static void at(Step... steps) {
        NEXT.clear();
        NEXT.addAll(List.of(steps));
    }

    /** How long each call takes on its way to the gateway and back; zero as a rule. */
    public static void latency(Duration each) {
        latency = each;
    }

    /** The steps that were never reached. */
    public static List<Step> left() {
        return new ArrayList<>(NEXT);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof PaymentGateway gateway ? new Stumbling(gateway) : bean;
    }

    private static <T> Mono<T> stumble(Step step) {
        return Mono.defer(
                () ->
                        !NEXT.isEmpty() && NEXT.getFirst() == step && NEXT.remove(step)
                                ? Mono.error(new IllegalStateException("died " + step))
                                : Mono.empty());
    }

    private static <T> Mono<T> around(@Nullable Step before, Mono<T> call, @Nullable Step after) {
        Mono<T> first = before == null ? Mono.empty() : stumble(before);
        var delayed =
                latency.isZero()
                        ? call
                        : Mono.delay(latency.dividedBy(2))
                                .then(call)
                                .delayElement(latency.dividedBy(2));
        return first.then(delayed)
                .flatMap(
                        answer ->
                                after == null
                                        ? Mono.just(answer)
                                        : StumblingGateway.<T>stumble(after).thenReturn(answer));
    }

    private record Stumbling(PaymentGateway gateway) implements PaymentGateway {
        @Override
        public String name() {
            return gateway.name();
        }

        @Override
        public PaymentOption option() {
            return gateway.option();
        }

        @Override
        public Mono<String> label(String cardToken) {
            return gateway.label(cardToken);
        }

        @Override
        public Mono<ChargeCreation> create(ChargeOrder order) {
            return around(Step.BEFORE_CREATE, gateway.create(order), Step.AFTER_CREATE);
        }

        @Override
        public Mono<String> find(ChargeOrder order) {
            return gateway.find(order);
        }

        @Override
        public Mono<ChargeOutcome> confirm(ChargeOrder order, String reference) {
            return around(
                    Step.BEFORE_CONFIRM, gateway.confirm(order, reference), Step.AFTER_CONFIRM);
        }

        @Override
        public Mono<ChargeOutcome> retrieve(String reference) {
            return around(Step.BEFORE_RETRIEVE, gateway.retrieve(reference), Step.AFTER_RETRIEVE);
        }

        @Override
        public Mono<ChargeOutcome> abandon(String reference) {
            return gateway.abandon(reference);
        }

        @Override
        public Mono<RefundAnswer> refund(RefundOrder order) {
            return around(Step.BEFORE_REFUND, gateway.refund(order), Step.AFTER_REFUND);
        }

        @Override
        public Mono<RefundAnswer> findRefund(RefundOrder order) {
            return gateway.findRefund(order);
        }

        @Override
        public Mono<GatewayRefund> retrieveRefund(String reference) {
            return gateway.retrieveRefund(reference);
        }

        @Override
        public Flux<GatewayRefund> refunds(LocalDate since) {
            return gateway.refunds(since);
        }

        @Override
        public Flux<GatewayDispute> disputes(LocalDate since) {
            return gateway.disputes(since);
        }

        @Override
        public Mono<GatewayDispute> dispute(String reference) {
            return gateway.dispute(reference);
        }

        @Override
        public Mono<GatewayDispute> answerDispute(String reference, String evidence) {
            return around(
                    Step.BEFORE_ANSWER,
                    gateway.answerDispute(reference, evidence),
                    Step.AFTER_ANSWER);
        }

        @Override
        public Mono<GatewayDispute> acceptDispute(String reference) {
            return around(Step.BEFORE_ANSWER, gateway.acceptDispute(reference), Step.AFTER_ANSWER);
        }

        @Override
        public Mono<SetupOutcome> setUp(SetupOrder order) {
            return around(Step.BEFORE_SET_UP, gateway.setUp(order), Step.AFTER_SET_UP);
        }

        @Override
        public Mono<SetupOutcome> retrieveSetup(String reference) {
            return gateway.retrieveSetup(reference);
        }

        @Override
        public Mono<Void> forget(String method) {
            return gateway.forget(method);
        }

        @Override
        public Flux<GatewayPayout> payouts(LocalDate since) {
            return gateway.payouts(since);
        }
    }
}
