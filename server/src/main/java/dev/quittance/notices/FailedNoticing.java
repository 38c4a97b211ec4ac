package dev.quittance.notices;

import dev.quittance.payments.PaymentFailed;
import dev.quittance.platform.Changes;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells staff of payments that did not come in. */
@Component
class FailedNoticing extends Noticing<PaymentFailed> {
    private final NoticeRepository repository;

    FailedNoticing(NoticeRepository repository, Changes changes) {
        super(PaymentFailed.class, changes);
        this.repository = repository;
    }

    @Override
    Mono<Long> note(List<PaymentFailed> events) {
        return repository.addPayments(
                NoticeKind.PAYMENT_FAILED, events.stream().map(PaymentFailed::payment).toList());
    }
}
