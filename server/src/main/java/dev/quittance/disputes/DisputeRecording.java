package dev.quittance.disputes;

import dev.quittance.customers.Customers;
import dev.quittance.payments.GatewayDispute;
import dev.quittance.payments.Payment;
import dev.quittance.payments.Payments;
import dev.quittance.platform.BusinessClock;
import dev.quittance.platform.Caller;
import dev.quittance.platform.Ids;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.Money;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/**
 * Keeps what a gateway says of a dispute: in one transaction, each step once, whatever is said in
 * whatever order and how often.
 */
@Service
class DisputeRecording {
    private final DisputeRepository repository;
    private final DisputeEffects effects;
    private final Payments payments;
    private final Customers customers;
    private final BusinessClock clock;

    DisputeRecording(
            DisputeRepository repository,
            DisputeEffects effects,
            Payments payments,
            Customers customers,
            BusinessClock clock) {
        this.repository = repository;
        this.effects = effects;
        this.payments = payments;
        this.customers = customers;
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param news whether anything was not known before
     */
    record Outcome(UUID dispute, boolean news) {}

    /** Empty while the payment of the charge has not come in here yet. */
    @Transactional
    Mono<Outcome> record(String gateway, GatewayDispute told) {
        return payments.ofCharge(gateway, told.charge())
                .flatMap(
                        payment ->
                                customers
                                        .lock(payment.customer())
                                        .then(clock.today())
                                        .flatMap(today -> keep(gateway, told, payment.id(), today)))
                // The gateway says so, whoever asked it.
                .contextWrite(Caller.SYSTEM::in);
    }

    private Mono<Outcome> keep(String gateway, GatewayDispute told, UUID payment, LocalDate today) {
        return repository
                .byReference(gateway, told.reference())
                .map(known -> new Known(known, false))
                .switchIfEmpty(
                        Mono.defer(
                                () ->
                                        payments.get(payment)
                                                .flatMap(found -> open(gateway, told, found, today))
                                                .map(made -> new Known(made, true))))
                .flatMap(
                        known ->
                                move(known.dispute(), told, today)
                                        .map(
                                                moved ->
                                                        new Outcome(
                                                                known.dispute().id(),
                                                                known.fresh() || moved)));
    }

    private record Known(Dispute dispute, boolean fresh) {}

    private Mono<Dispute> open(
            String gateway, GatewayDispute told, Payment payment, LocalDate today) {
        var dispute = opened(gateway, told, payment, today);
        return effects.open(dispute, payment).thenReturn(dispute);
    }

    /** Takes the step from how it stands here to how it stands there; false if there is none. */
    private Mono<Boolean> move(Dispute dispute, GatewayDispute told, LocalDate today) {
        if (!dispute.state().open()) {
            return Mono.just(false);
        }
        return switch (told.state()) {
            case NEEDS_RESPONSE -> Mono.just(false);
            case UNDER_REVIEW ->
                    dispute.state() == DisputeState.UNDER_REVIEW
                            ? Mono.just(false)
                            : effects.review(dispute).thenReturn(true);
            case WON -> effects.win(dispute, returned(dispute, told), today).thenReturn(true);
            case LOST ->
                    effects.lose(dispute, lost(dispute), returned(dispute, told), today)
                            .thenReturn(true);
        };
    }

    private static DisputeState lost(Dispute dispute) {
        return dispute.response() == DisputeResponse.ACCEPTANCE
                ? DisputeState.ACCEPTED
                : DisputeState.LOST;
    }

    private static Money returned(Dispute dispute, GatewayDispute told) {
        var returned = dispute.fee().minus(told.fee());
        return returned.isNegative() ? Money.zero(returned.getCurrencyUnit()) : returned;
    }

    private static Dispute opened(
            String gateway, GatewayDispute told, Payment payment, LocalDate today) {
        return new Dispute(
                Ids.next(),
                gateway,
                told.reference(),
                payment.customer(),
                payment.id(),
                told.amount(),
                told.fee(),
                Money.zero(told.amount().getCurrencyUnit()),
                told.reason(),
                DisputeState.NEEDS_RESPONSE,
                today,
                told.evidenceDueOn(),
                null,
                null,
                null,
                false,
                null,
                Instant.EPOCH);
    }
}
