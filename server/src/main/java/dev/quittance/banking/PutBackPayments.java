package dev.quittance.banking;

import dev.quittance.payments.PaymentReversed;
import dev.quittance.platform.Listener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Opens an entry again whose payment was put back to New on the payment's own page. */
@Component
class PutBackPayments implements Listener<PaymentReversed> {
    private final BankUndoing undoing;

    PutBackPayments(BankUndoing undoing) {
        this.undoing = undoing;
    }

    @Override
    public Class<PaymentReversed> event() {
        return PaymentReversed.class;
    }

    @Override
    public Mono<Void> on(PaymentReversed reversed) {
        return undoing.putBack(reversed.payment());
    }
}
