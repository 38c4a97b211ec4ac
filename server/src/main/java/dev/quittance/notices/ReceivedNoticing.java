package dev.quittance.notices;

import dev.quittance.payments.PaymentReceived;
import dev.quittance.platform.Changes;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells staff of payments that came in by themselves. */
@Component
class ReceivedNoticing extends Noticing<PaymentReceived> {
    private final NoticeRepository repository;

    ReceivedNoticing(NoticeRepository repository, Changes changes) {
        super(PaymentReceived.class, changes);
        this.repository = repository;
    }

    @Override
    Mono<Long> note(List<PaymentReceived> events) {
        return repository.addPayments(
                NoticeKind.PAYMENT_RECEIVED,
                events.stream().map(PaymentReceived::payment).toList());
    }
}
