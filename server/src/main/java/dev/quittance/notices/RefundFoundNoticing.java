package dev.quittance.notices;

import dev.quittance.payments.RefundFound;
import dev.quittance.platform.Changes;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells staff of money that went back past this system. */
@Component
class RefundFoundNoticing extends Noticing<RefundFound> {
    private final NoticeRepository repository;

    RefundFoundNoticing(NoticeRepository repository, Changes changes) {
        super(RefundFound.class, changes);
        this.repository = repository;
    }

    @Override
    Mono<Long> note(List<RefundFound> events) {
        return repository.addRefunds(events.stream().map(RefundFound::refund).toList());
    }
}
