package dev.quittance.collection;

import dev.quittance.payments.PaymentReceived;
import dev.quittance.platform.Listener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Notes that an invoice that was charged by itself is paid. */
@Component
class DueChargePaid implements Listener<PaymentReceived> {
    private final DueChargeRepository repository;

    DueChargePaid(DueChargeRepository repository) {
        this.repository = repository;
    }

    @Override
    public Class<PaymentReceived> event() {
        return PaymentReceived.class;
    }

    @Override
    public Mono<Void> on(PaymentReceived event) {
        return repository.succeeded(event.payment());
    }
}
