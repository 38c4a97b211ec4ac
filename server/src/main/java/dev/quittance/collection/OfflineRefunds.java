package dev.quittance.collection;

import dev.quittance.collection.OfflineMoney.Particulars;
import dev.quittance.customers.Customers;
import dev.quittance.payments.PaymentMethodKind;
import dev.quittance.payments.Refund;
import dev.quittance.payments.RefundStatus;
import dev.quittance.payments.Refunds;
import dev.quittance.platform.Faults;
import dev.quittance.platform.Idempotency;
import dev.quittance.platform.Problem;
import dev.quittance.platform.Refused;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Lets staff say that a refund by transfer, cheque or cash has been sent, or will not be. */
@Service
class OfflineRefunds {
    private final Refunds refunds;
    private final Customers customers;
    private final Idempotency idempotency;
    private final OfflineTerms terms;

    OfflineRefunds(
            Refunds refunds, Customers customers, Idempotency idempotency, OfflineTerms terms) {
        this.refunds = refunds;
        this.customers = customers;
        this.idempotency = idempotency;
        this.terms = terms;
    }

    record ConfirmRefundInput(
            UUID refundId,
            @Nullable String reference,
            @Nullable LocalDate valueOn,
            String idempotencyKey) {}

    record CancelRefundInput(UUID refundId, String reason, String idempotencyKey) {}

    /** The money has gone back. */
    record RefundConfirmed(Refund refund) {}

    /** The money stays; it is account credit again. */
    record RefundCancelled(Refund refund) {}

    /** The refund is not in staff's hands, or not any more. */
    record RefundNotWaiting(String message) implements Problem {}

    /** What the act's transaction left behind. */
    record Done(UUID refund) {}

    Mono<RefundConfirmed> confirm(ConfirmRefundInput input) {
        return idempotency
                .once("confirmRefund", input.idempotencyKey(), input, Done.class, () -> send(input))
                .flatMap(done -> refunds.get(done.refund()))
                .map(RefundConfirmed::new);
    }

    Mono<RefundCancelled> cancel(CancelRefundInput input) {
        return idempotency
                .once("cancelRefund", input.idempotencyKey(), input, Done.class, () -> drop(input))
                .flatMap(done -> refunds.get(done.refund()))
                .map(RefundCancelled::new);
    }

    /** Within a transaction. */
    Mono<Done> send(ConfirmRefundInput input) {
        return hold(input.refundId())
                .flatMap(
                        refund ->
                                terms.check(
                                                refund.amount(),
                                                particulars(refund, input),
                                                new Faults())
                                        .flatMap(
                                                sent ->
                                                        refunds.sent(
                                                                refund.id(),
                                                                sent.label(),
                                                                sent.valueOn())))
                .thenReturn(new Done(input.refundId()));
    }

    private static Particulars particulars(Refund refund, ConfirmRefundInput input) {
        return new Particulars(refund.method(), input.reference(), input.valueOn());
    }

    private Mono<Done> drop(CancelRefundInput input) {
        var reason = WritingOff.reason(input.reason());
        return hold(input.refundId())
                .flatMap(refund -> refunds.dropped(refund.id(), reason))
                .thenReturn(new Done(input.refundId()));
    }

    private Mono<Refund> hold(UUID id) {
        return refunds.get(id)
                .flatMap(seen -> customers.lock(seen.customer()))
                .then(Mono.defer(() -> refunds.get(id)))
                .doOnNext(OfflineRefunds::check);
    }

    private static void check(Refund refund) {
        if (refund.method() == PaymentMethodKind.CARD) {
            throw new Refused(
                    new RefundNotWaiting(
                            "This refund is the card processor's to carry out. Its outcome will come by itself."));
        }
        if (refund.status() != RefundStatus.PENDING) {
            throw new Refused(
                    new RefundNotWaiting(
                            refund.status() == RefundStatus.SUCCEEDED
                                    ? "This refund has been sent already."
                                    : "This refund was cancelled already."));
        }
    }
}
