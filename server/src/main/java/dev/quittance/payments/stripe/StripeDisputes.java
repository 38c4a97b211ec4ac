package dev.quittance.payments.stripe;

import com.stripe.exception.InvalidRequestException;
import com.stripe.model.Dispute;
import com.stripe.param.DisputeListParams;
import com.stripe.param.DisputeUpdateParams;
import dev.quittance.payments.DisputeReason;
import dev.quittance.payments.GatewayDispute;
import dev.quittance.payments.GatewayDispute.State;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The disputes at Stripe. An inquiry, by which the payer's bank asks before it takes anything back,
 * is none yet.
 */
class StripeDisputes {
    private static final long PAGE = 100;

    private final StripeCalls calls;

    StripeDisputes(StripeCalls calls) {
        this.calls = calls;
    }

    /** Stripe lists by the day of opening, so all that were opened since are read anew. */
    Flux<GatewayDispute> since(LocalDate day) {
        var params =
                DisputeListParams.builder()
                        .setCreated(
                                DisputeListParams.Created.builder()
                                        .setGte(StripeDays.since(day))
                                        .build())
                        .setLimit(PAGE)
                        .build();
        return calls.ask(
                        stripe ->
                                StreamSupport.stream(
                                                stripe.disputes()
                                                        .list(params)
                                                        .autoPagingIterable()
                                                        .spliterator(),
                                                false)
                                        .flatMap(dispute -> told(dispute).stream())
                                        .toList()
                                        .reversed())
                .onErrorMap(InvalidRequestException.class, StripeTrouble::new)
                .flatMapIterable(all -> all);
    }

    Mono<GatewayDispute> byReference(String reference) {
        return read(reference).flatMap(dispute -> Mono.justOrEmpty(told(dispute)));
    }

    Mono<GatewayDispute> answer(String reference, String evidence) {
        var params =
                DisputeUpdateParams.builder()
                        .setEvidence(
                                DisputeUpdateParams.Evidence.builder()
                                        .setUncategorizedText(evidence)
                                        .build())
                        .setSubmit(true)
                        .build();
        return whileOpen(
                reference, calls.ask(stripe -> stripe.disputes().update(reference, params)));
    }

    Mono<GatewayDispute> accept(String reference) {
        return whileOpen(reference, calls.ask(stripe -> stripe.disputes().close(reference)));
    }

    /** What waits for no answer any more, or is decided meanwhile, answers how it stands. */
    private Mono<GatewayDispute> whileOpen(String reference, Mono<Dispute> act) {
        return read(reference)
                .flatMap(
                        found ->
                                "needs_response".equals(found.getStatus())
                                        ? act.onErrorResume(
                                                InvalidRequestException.class,
                                                fault -> decided(reference, fault))
                                        : Mono.just(found))
                .flatMap(dispute -> Mono.justOrEmpty(told(dispute)));
    }

    private Mono<Dispute> decided(String reference, InvalidRequestException fault) {
        return read(reference)
                .filter(found -> !"needs_response".equals(found.getStatus()))
                .switchIfEmpty(Mono.error(() -> new StripeTrouble(fault)));
    }

    private Mono<Dispute> read(String reference) {
        return calls.ask(stripe -> stripe.disputes().retrieve(reference))
                .onErrorMap(InvalidRequestException.class, StripeTrouble::new)
                .filter(found -> reference.equals(found.getId()))
                .switchIfEmpty(Mono.error(() -> new StripeTrouble("another dispute")));
    }

    /** Empty for an inquiry, and for what was charged past our installation. */
    private static Optional<GatewayDispute> told(Dispute dispute) {
        var charge = dispute.getPaymentIntent();
        return charge == null
                ? Optional.empty()
                : state(dispute.getStatus()).map(state -> told(dispute, charge, state));
    }

    private static GatewayDispute told(Dispute dispute, String charge, State state) {
        return new GatewayDispute(
                dispute.getId(),
                charge,
                StripeMoney.money(dispute.getAmount(), dispute.getCurrency()),
                fee(dispute),
                reason(dispute.getReason()),
                state,
                dueOn(dispute));
    }

    private static Optional<State> state(String status) {
        return switch (status) {
            case "needs_response" -> Optional.of(State.NEEDS_RESPONSE);
            case "under_review" -> Optional.of(State.UNDER_REVIEW);
            case "won", "prevented" -> Optional.of(State.WON);
            case "lost" -> Optional.of(State.LOST);
            case "warning_needs_response", "warning_under_review", "warning_closed" ->
                    Optional.empty();
            default -> throw new StripeTrouble("a dispute that is " + status);
        };
    }

    private static DisputeReason reason(@Nullable String reason) {
        return switch (reason) {
            case "fraudulent", "unrecognized" -> DisputeReason.FRAUDULENT;
            case "product_not_received" -> DisputeReason.NOT_RECEIVED;
            case "product_unacceptable" -> DisputeReason.NOT_AS_DESCRIBED;
            case "duplicate" -> DisputeReason.DUPLICATE;
            case "subscription_canceled" -> DisputeReason.SUBSCRIPTION_CANCELLED;
            case "credit_not_processed" -> DisputeReason.CREDIT_NOT_PROCESSED;
            case null, default -> DisputeReason.OTHER;
        };
    }

    /** What Stripe keeps now: what it took, less what it gave back. */
    private static Money fee(Dispute dispute) {
        var zero = Money.zero(StripeMoney.unit(dispute.getCurrency()));
        var booked = dispute.getBalanceTransactions();
        return booked == null
                ? zero
                : booked.stream()
                        .filter(one -> dispute.getCurrency().equals(one.getCurrency()))
                        .map(one -> StripeMoney.money(one.getFee(), one.getCurrency()))
                        .reduce(zero, Money::plus);
    }

    private static LocalDate dueOn(Dispute dispute) {
        var details = dispute.getEvidenceDetails();
        var due = details == null ? null : details.getDueBy();
        var at = due == null ? dispute.getCreated() : due;
        return StripeDays.day(at);
    }
}
