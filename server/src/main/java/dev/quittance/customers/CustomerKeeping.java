package dev.quittance.customers;

import dev.quittance.customers.CustomerOutcome.CustomerCreated;
import dev.quittance.customers.CustomerOutcome.CustomerUpdated;
import dev.quittance.customers.CustomerOutcome.ExternalIdTaken;
import dev.quittance.organization.Organization;
import dev.quittance.organization.Organizations;
import dev.quittance.platform.Faults;
import dev.quittance.platform.NotFound;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Adds and changes customers. */
@Service
public class CustomerKeeping {
    private final CustomerRepository repository;
    private final CustomerRows rows;
    private final Organizations organizations;
    private final CustomerNews news;
    private final TransactionalOperator transaction;

    CustomerKeeping(
            CustomerRepository repository,
            CustomerRows rows,
            Organizations organizations,
            CustomerNews news,
            TransactionalOperator transaction) {
        this.repository = repository;
        this.rows = rows;
        this.organizations = organizations;
        this.news = news;
        this.transaction = transaction;
    }

    /** Adds a customer with a billing group; faults are refused with {@code InvalidInput}. */
    public Mono<CustomerOutcome> create(NewCustomer given) {
        return transaction
                .transactional(createAll(List.of(given)))
                .<CustomerOutcome>map(added -> new CustomerCreated(added.getFirst().customer()))
                .onErrorResume(DuplicateKeyException.class, _ -> taken(given.externalId()));
    }

    /**
     * Adds customers in the caller's transaction, thousands at once, each with a billing group, and
     * answers in their order. All or none: faults are refused with {@code InvalidInput}, an
     * external id that is taken fails with {@link DuplicateKeyException}; ask {@link
     * Customers#byExternalIds} before.
     */
    public Mono<List<AddedCustomer>> createAll(List<NewCustomer> given) {
        return organizations
                .current()
                .map(organization -> checked(given, organization))
                .delayUntil(rows::insert)
                .delayUntil(news::created);
    }

    Mono<CustomerOutcome> update(CustomerChange change) {
        return transaction
                .transactional(
                        repository
                                .lock(List.of(change.id()))
                                .collectList()
                                .flatMapMany(repository::byIds)
                                .singleOrEmpty()
                                .switchIfEmpty(Mono.error(() -> new NotFound("customer")))
                                .flatMap(before -> save(before, applied(change, before))))
                .<CustomerOutcome>map(CustomerUpdated::new)
                .onErrorResume(
                        DuplicateKeyException.class, _ -> taken(change.externalId().value()));
    }

    /**
     * Corrects what documents show of a customer, in the caller's transaction; faults are refused
     * with {@code InvalidInput}.
     */
    public Mono<Customer> correct(UUID id, BuyerCorrection correction) {
        return repository
                .lock(List.of(id))
                .collectList()
                .flatMapMany(repository::byIds)
                .singleOrEmpty()
                .switchIfEmpty(Mono.error(() -> new NotFound("customer")))
                .flatMap(before -> save(before, correction.applied(before)));
    }

    private Mono<Customer> save(Customer before, Customer after) {
        return before.equals(after)
                ? Mono.just(before)
                : rows.save(after).then(news.changed(before, after)).thenReturn(after);
    }

    private Mono<CustomerOutcome> taken(@Nullable String externalId) {
        var id = externalId == null ? "" : externalId.strip();
        return repository
                .idsByExternalId(List.of(id))
                .map(Map::values)
                .flatMapMany(repository::byIds)
                .single()
                .map(ExternalIdTaken::new);
    }

    private static List<AddedCustomer> checked(List<NewCustomer> given, Organization organization) {
        var faults = new Faults();
        var added = given.stream().map(customer -> customer.checked(organization, faults)).toList();
        faults.orThrow();
        return added;
    }

    private static Customer applied(CustomerChange change, Customer before) {
        var faults = new Faults();
        var after = change.applied(before, faults);
        faults.orThrow();
        return after;
    }
}
