package dev.quittance.collection;

import dev.quittance.invoicing.PostingFollower;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Leaves a due charge behind with each posted invoice that is to be charged by itself. */
@Component
class DueChargesLeft implements PostingFollower {
    private final DueChargeRepository repository;

    DueChargesLeft(DueChargeRepository repository) {
        this.repository = repository;
    }

    @Override
    public Mono<Void> posted(List<UUID> invoices) {
        return repository.leave(invoices);
    }
}
