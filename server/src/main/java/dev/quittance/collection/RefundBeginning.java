package dev.quittance.collection;

import dev.quittance.collection.RefundingPayments.RefundPaymentInput;
import dev.quittance.payments.NewRefund;
import dev.quittance.payments.PaymentMethodKind;
import dev.quittance.payments.Refunds;
import dev.quittance.platform.BusinessClock;
import dev.quittance.platform.Ids;
import dev.quittance.platform.InvalidInput;
import dev.quittance.platform.Refused;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** The first, committed part of a refund: all is decided, no money has moved yet. */
@Service
class RefundBeginning {
    private final RefundCovering covering;
    private final Refunds refunds;
    private final BusinessClock clock;

    RefundBeginning(RefundCovering covering, Refunds refunds, BusinessClock clock) {
        this.covering = covering;
        this.refunds = refunds;
        this.clock = clock;
    }

    /** The customer is locked. */
    Mono<UUID> begin(RefundTerms terms, RefundPaymentInput input, String reason) {
        var method = method(terms, input.method());
        return clock.today()
                .map(today -> refund(terms, method, reason, today))
                .flatMap(
                        refund ->
                                covering.cover(terms, input.cover(), reason)
                                        .then(Mono.defer(() -> refunds.begin(refund)))
                                        .thenReturn(refund.id()));
    }

    private static NewRefund refund(
            RefundTerms terms, PaymentMethodKind method, String reason, LocalDate today) {
        var payment = terms.payment();
        return new NewRefund(
                Ids.next(),
                payment,
                terms.amount(),
                method,
                method == PaymentMethodKind.CARD ? payment.methodLabel() : method.label(),
                reason,
                today);
    }

    /** Back the way it came, or otherwise by staff; a card that paid nothing can't be paid to. */
    private static PaymentMethodKind method(RefundTerms terms, @Nullable PaymentMethodKind wished) {
        var paidBy = terms.payment().method();
        if (wished == PaymentMethodKind.CARD && paidBy != PaymentMethodKind.CARD) {
            throw new Refused(
                    InvalidInput.of(
                            "method", "must not be CARD: this payment did not come by card"));
        }
        return wished == null ? paidBy : wished;
    }
}
