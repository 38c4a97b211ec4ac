package dev.quittance.payments.stripe;

import com.stripe.exception.InvalidRequestException;
import com.stripe.model.Refund;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import dev.quittance.payments.GatewayRefund;
import dev.quittance.payments.RefundAnswer;
import dev.quittance.payments.RefundAnswer.NotRefunded;
import dev.quittance.payments.RefundAnswer.Refunded;
import dev.quittance.payments.RefundAnswer.Returning;
import dev.quittance.payments.RefundFailure;
import dev.quittance.payments.RefundOrder;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How Stripe sends money back. */
class StripeRefunding {
    private static final String KEY = "quittance_key";
    private static final long PAGE = 100;
    private static final Set<String> NOTHING_LEFT =
            Set.of("charge_already_refunded", "charge_disputed", "refund_disputed_payment");

    private final StripeCalls calls;

    StripeRefunding(StripeCalls calls) {
        this.calls = calls;
    }

    Mono<RefundAnswer> refund(RefundOrder order) {
        return Mono.justOrEmpty(StripeMoney.units(order.amount()))
                .flatMap(units -> refund(order, units))
                .defaultIfEmpty(new NotRefunded(order.key(), RefundFailure.AMOUNT_NOT_POSSIBLE));
    }

    private Mono<RefundAnswer> refund(RefundOrder order, long units) {
        var params =
                RefundCreateParams.builder()
                        .setPaymentIntent(order.charge())
                        .setAmount(units)
                        .putMetadata(KEY, order.key())
                        .build();
        return calls.ask(stripe -> stripe.refunds().create(params, StripeCalls.once(order.key())))
                .map(made -> answer(same(made, order, units)))
                .onErrorResume(
                        InvalidRequestException.class,
                        fault ->
                                tooMuch(fault)
                                        ? Mono.just(
                                                new NotRefunded(
                                                        order.key(),
                                                        RefundFailure.MORE_THAN_CHARGED))
                                        : Mono.error(new StripeTrouble(fault)));
    }

    Mono<RefundAnswer> find(RefundOrder order) {
        var params =
                RefundListParams.builder().setPaymentIntent(order.charge()).setLimit(PAGE).build();
        return calls.ask(
                        stripe ->
                                StreamSupport.stream(
                                                stripe.refunds()
                                                        .list(params)
                                                        .autoPagingIterable()
                                                        .spliterator(),
                                                false)
                                        .filter(refund -> hasKey(refund, order))
                                        .findFirst())
                .flatMap(Mono::justOrEmpty)
                .map(StripeRefunding::answer);
    }

    /** Empty for a refund of what was charged past our installation. */
    Mono<GatewayRefund> retrieve(String reference) {
        return calls.ask(stripe -> stripe.refunds().retrieve(reference))
                .onErrorMap(InvalidRequestException.class, StripeTrouble::new)
                .flatMap(
                        refund -> {
                            if (!reference.equals(refund.getId())) {
                                throw new StripeTrouble("not the refund that was asked about");
                            }
                            return Mono.justOrEmpty(told(refund));
                        });
    }

    /** All of our installation that were asked for since a day, each as it stands now. */
    Flux<GatewayRefund> since(LocalDate day) {
        var params =
                RefundListParams.builder()
                        .setCreated(
                                RefundListParams.Created.builder()
                                        .setGte(StripeDays.since(day))
                                        .build())
                        .setLimit(PAGE)
                        .build();
        return calls.ask(
                        stripe ->
                                StreamSupport.stream(
                                                stripe.refunds()
                                                        .list(params)
                                                        .autoPagingIterable()
                                                        .spliterator(),
                                                false)
                                        .flatMap(refund -> told(refund).stream())
                                        .toList())
                .onErrorMap(InvalidRequestException.class, StripeTrouble::new)
                .flatMapIterable(all -> all);
    }

    private static Optional<GatewayRefund> told(Refund refund) {
        return Optional.ofNullable(refund.getPaymentIntent())
                .map(
                        charge ->
                                new GatewayRefund(
                                        charge,
                                        StripeMoney.money(refund.getAmount(), refund.getCurrency()),
                                        key(refund),
                                        reason(refund.getReason()),
                                        answer(refund)));
    }

    /** What is said of fraud is not fit for the customer. */
    private static @Nullable String reason(@Nullable String reason) {
        return switch (reason) {
            case "duplicate" -> "Paid twice";
            case "requested_by_customer" -> "Asked for by the customer";
            case null, default -> null;
        };
    }

    private static RefundAnswer answer(Refund refund) {
        return switch (refund.getStatus()) {
            case "succeeded" -> new Refunded(refund.getId());
            case "pending", "requires_action" -> new Returning(refund.getId());
            case "failed", "canceled" -> new NotRefunded(refund.getId(), RefundFailure.CARD_CLOSED);
            default -> throw new StripeTrouble("a refund that is " + refund.getStatus());
        };
    }

    private static Refund same(Refund made, RefundOrder order, long units) {
        if (!hasKey(made, order) || made.getAmount() == null || made.getAmount() != units) {
            throw new StripeTrouble("another refund than was asked for");
        }
        return made;
    }

    private static boolean hasKey(Refund refund, RefundOrder order) {
        return order.key().equals(key(refund));
    }

    private static @Nullable String key(Refund refund) {
        return refund.getMetadata() == null ? null : refund.getMetadata().get(KEY);
    }

    /** Stripe has no code of its own for more than is left of a charge, but names the amount. */
    private static boolean tooMuch(InvalidRequestException fault) {
        var error = fault.getStripeError();
        return error != null
                && (error.getCode() != null && NOTHING_LEFT.contains(error.getCode())
                        || "amount".equals(error.getParam()));
    }
}
