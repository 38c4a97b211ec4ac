package dev.quittance.disputes;

import dev.quittance.payments.FreeCredit;
import dev.quittance.payments.Payment;
import dev.quittance.payments.RefundedParts;
import java.util.List;
import org.joda.money.Money;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** What payments left over as credit. */
@Service
class PaymentRests {
    private final FreeCredit free;
    private final RefundedParts refunded;

    PaymentRests(FreeCredit free, RefundedParts refunded) {
        this.free = free;
        this.refunded = refunded;
    }

    /** What a payment left over and did not send back, as far as there is credit. */
    Mono<Money> of(Payment payment) {
        return Mono.zip(credit(payment), refunded.of(List.of(payment.id())))
                .map(
                        found -> {
                            var none = Money.zero(payment.amount().getCurrencyUnit());
                            var back = found.getT2().getOrDefault(payment.id(), none);
                            var rest = payment.unallocated().minus(back);
                            var most = rest.isLessThan(found.getT1()) ? rest : found.getT1();
                            return most.isNegative() ? none : most;
                        });
    }

    /** All credit of its customer and currency that can be spent. */
    Mono<Money> credit(Payment payment) {
        return free.spendable(payment.customer(), payment.amount().getCurrencyUnit());
    }
}
