package dev.quittance.collection;

import static java.util.Objects.requireNonNullElse;

import dev.quittance.payments.GatewayRefund;
import dev.quittance.payments.NewRefund;
import dev.quittance.payments.Payment;
import dev.quittance.payments.Payments;
import dev.quittance.payments.Refunds;
import dev.quittance.platform.BusinessClock;
import dev.quittance.platform.Caller;
import dev.quittance.platform.Ids;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Takes a refund over that a gateway was asked for elsewhere; once, however often it is told. */
@Service
class RefundAdopting {
    private static final String REASON = "Refunded at the card processor";

    private final Payments payments;
    private final RefundBasis basis;
    private final RefundCovering covering;
    private final Refunds refunds;
    private final BusinessClock clock;

    RefundAdopting(
            Payments payments,
            RefundBasis basis,
            RefundCovering covering,
            Refunds refunds,
            BusinessClock clock) {
        this.payments = payments;
        this.basis = basis;
        this.covering = covering;
        this.refunds = refunds;
        this.clock = clock;
    }

    /**
     * The refund that is begun here; empty for one that is known, or of a charge that is not ours.
     * An error while the payment has not come in, and where {@code cover} is not possible.
     */
    @Transactional
    Mono<UUID> adopt(String gateway, GatewayRefund found, RefundCover cover) {
        return payments.ofCharge(gateway, found.charge())
                .switchIfEmpty(payments.notYet(gateway, found.charge()))
                .map(Payment::id)
                .flatMap(basis::hold)
                .filterWhen(_ -> refunds.isStrange(gateway, found.reference(), found.key()))
                .map(now -> RefundTerms.happened(now, found.amount()))
                .flatMap(terms -> begin(terms, gateway, found, cover))
                // The gateway says so, whoever asked it.
                .contextWrite(Caller.SYSTEM::in);
    }

    private Mono<UUID> begin(
            RefundTerms terms, String gateway, GatewayRefund found, RefundCover cover) {
        var reason = requireNonNullElse(found.reason(), REASON);
        return clock.today()
                .map(today -> refund(terms, reason, today))
                .flatMap(
                        refund ->
                                covering.cover(terms, cover, reason)
                                        .then(
                                                Mono.defer(
                                                        () ->
                                                                refunds.adopt(
                                                                        refund, gateway, found)))
                                        .thenReturn(refund.id()));
    }

    private static NewRefund refund(RefundTerms terms, String reason, LocalDate today) {
        var payment = terms.payment();
        return new NewRefund(
                Ids.next(),
                payment,
                terms.amount(),
                payment.method(),
                payment.methodLabel(),
                reason,
                today);
    }
}
