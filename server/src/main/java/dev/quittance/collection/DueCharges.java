package dev.quittance.collection;

import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Invoices that are charged by themselves. */
@Service
public class DueCharges {
    private final DueChargeRepository repository;

    DueCharges(DueChargeRepository repository) {
        this.repository = repository;
    }

    /**
     * {@code payment} was charged before {@code invoice} was posted, and pays it. Call in the
     * transaction that posts it.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> paid(UUID invoice, UUID payment) {
        return repository.paidBefore(invoice, payment);
    }
}
