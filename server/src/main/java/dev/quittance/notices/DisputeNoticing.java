package dev.quittance.notices;

import dev.quittance.disputes.PaymentDisputed;
import dev.quittance.platform.Changes;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells staff of payments that a payer's bank took back. */
@Component
class DisputeNoticing extends Noticing<PaymentDisputed> {
    private final NoticeRepository repository;

    DisputeNoticing(NoticeRepository repository, Changes changes) {
        super(PaymentDisputed.class, changes);
        this.repository = repository;
    }

    @Override
    Mono<Long> note(List<PaymentDisputed> events) {
        return repository.addDisputes(events.stream().map(PaymentDisputed::dispute).toList());
    }
}
