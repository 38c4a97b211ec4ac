package dev.quittance.collection;

import dev.quittance.collection.RefundTerms.Basis;
import dev.quittance.payments.Payment;
import dev.quittance.payments.PaymentMethodKind;
import dev.quittance.payments.Refund;
import dev.quittance.payments.RefundCarrying;
import dev.quittance.platform.Faults;
import dev.quittance.platform.Idempotency;
import dev.quittance.platform.MoneyInput;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Lets staff refund payments. The act is decided and committed first; the gateway is asked after
 * that, by a worker, and the answer is waited for.
 */
@Service
class RefundingPayments {
    private final RefundBasis basis;
    private final RefundCovering covering;
    private final RefundBeginning beginning;
    private final Idempotency idempotency;
    private final RefundCarrying carrying;

    RefundingPayments(
            RefundBasis basis,
            RefundCovering covering,
            RefundBeginning beginning,
            Idempotency idempotency,
            RefundCarrying carrying) {
        this.basis = basis;
        this.covering = covering;
        this.beginning = beginning;
        this.idempotency = idempotency;
        this.carrying = carrying;
    }

    /**
     * @param amount all that can be refunded when left out
     */
    record PreviewRefundInput(UUID paymentId, @Nullable MoneyInput amount, RefundCover cover) {}

    /**
     * @param amount all that can be refunded when left out
     * @param method how the money goes back; the way it came when left out
     */
    record RefundPaymentInput(
            UUID paymentId,
            @Nullable MoneyInput amount,
            RefundCover cover,
            @Nullable PaymentMethodKind method,
            String reason,
            String idempotencyKey) {}

    /**
     * What a refund takes.
     *
     * @param refundable the most that could be refunded
     * @param fromCredit the part that is account credit already
     */
    record RefundPlan(
            Payment payment,
            Money refundable,
            Money amount,
            Money fromCredit,
            List<RefundCovering.PlannedCreditNote> creditNotes,
            List<Reversals.ReopenedInvoice> reopened) {}

    /** The refund has begun; how far it has come stands with it. */
    record RefundBegun(Refund refund) {}

    /** What the act's transaction left behind. */
    record Begun(UUID refund) {}

    Mono<RefundPlan> preview(PreviewRefundInput input) {
        return basis.read(input.paymentId())
                .flatMap(
                        found ->
                                covering.plan(
                                        terms(found, input.amount()),
                                        found.refundable(),
                                        input.cover()));
    }

    Mono<RefundBegun> refund(RefundPaymentInput input) {
        return idempotency
                .once(
                        "refundPayment",
                        input.idempotencyKey(),
                        input,
                        Begun.class,
                        () -> begin(input))
                .flatMap(begun -> carrying.carry(begun.refund()))
                .map(RefundBegun::new);
    }

    private Mono<Begun> begin(RefundPaymentInput input) {
        var reason = WritingOff.reason(input.reason());
        return basis.hold(input.paymentId())
                .map(found -> terms(found, input.amount()))
                .flatMap(terms -> beginning.begin(terms, input, reason))
                .map(Begun::new);
    }

    private static RefundTerms terms(Basis found, @Nullable MoneyInput wished) {
        var faults = new Faults();
        var amount =
                wished == null
                        ? null
                        : OfflineMoney.amount(
                                wished, found.payment().amount().getCurrencyUnit(), faults);
        faults.orThrow();
        return RefundTerms.of(found, amount);
    }
}
