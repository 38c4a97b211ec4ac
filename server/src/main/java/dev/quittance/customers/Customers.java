package dev.quittance.customers;

import dev.quittance.platform.NotFound;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads customers. */
@Service
public class Customers {
    private final CustomerRepository repository;

    Customers(CustomerRepository repository) {
        this.repository = repository;
    }

    /** One customer; {@code NotFound} when there is none. Says nothing of who may see it. */
    public Mono<Customer> get(UUID id) {
        return repository.byId(id).switchIfEmpty(Mono.error(() -> new NotFound("customer")));
    }

    /** Customers by id. */
    public Mono<Map<UUID, Customer>> byIds(Collection<UUID> ids) {
        return repository.byIds(ids).collectMap(Customer::id);
    }

    /** Which of these external ids are taken, with the customers that have them. */
    public Mono<Map<String, UUID>> byExternalIds(Collection<String> externalIds) {
        return repository.idsByExternalId(externalIds);
    }

    /**
     * Holds the customer until the transaction ends: whoever acts on a customer's subscriptions or
     * money does this first. {@code NotFound} when there is none.
     */
    public Mono<Void> lock(UUID id) {
        return repository
                .lock(List.of(id))
                .singleOrEmpty()
                .switchIfEmpty(Mono.error(() -> new NotFound("customer")))
                .then();
    }

    /** Holds customers until the transaction ends, in the order of their ids; which there are. */
    public Flux<UUID> lock(Collection<UUID> ids) {
        return repository.lock(ids);
    }

    /** Customers as the bill run needs them, by id, in one statement however many there are. */
    public Mono<Map<UUID, BillableCustomer>> billable(Collection<UUID> ids) {
        return repository.billable(ids).collectMap(BillableCustomer::id);
    }
}
