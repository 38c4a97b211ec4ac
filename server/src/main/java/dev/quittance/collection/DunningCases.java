package dev.quittance.collection;

import static java.util.Objects.requireNonNull;

import dev.quittance.customers.Customers;
import dev.quittance.platform.BusinessClock;
import dev.quittance.platform.NotFound;
import dev.quittance.platform.Page;
import dev.quittance.platform.Refused;
import graphql.relay.Connection;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Open invoices whose charge failed: the dunning board. */
@Service
class DunningCases {
    private final DunningCaseRepository repository;
    private final DunningRepository dunning;
    private final DunningRuleRepository rules;
    private final Customers customers;
    private final BusinessClock clock;

    DunningCases(
            DunningCaseRepository repository,
            DunningRepository dunning,
            DunningRuleRepository rules,
            Customers customers,
            BusinessClock clock) {
        this.repository = repository;
        this.dunning = dunning;
        this.rules = rules;
        this.customers = customers;
        this.clock = clock;
    }

    Mono<Connection<DunningCase>> list(DunningFilter filter, Page page) {
        return repository
                .page(filter, page)
                .collectList()
                .map(
                        rows ->
                                page.connection(
                                        rows,
                                        one ->
                                                List.of(
                                                        one.failedFirstOn().toString(),
                                                        one.id().toString())));
    }

    Flux<DunningTotal> totals() {
        return repository.totals();
    }

    /** Those of these invoices; none where no charge failed, or it is settled. */
    Mono<Map<UUID, DunningCase>> of(Collection<UUID> invoices) {
        return repository.of(invoices).collectMap(DunningCase::invoice);
    }

    /** Locks its customer until the transaction ends; {@code NotFound} where nothing is charged. */
    Mono<DunningCase> locked(UUID invoice) {
        return dunning.customer(invoice)
                .switchIfEmpty(Mono.error(() -> new NotFound("charge")))
                .flatMap(customers::lock)
                .then(Mono.defer(() -> repository.of(List.of(invoice)).next()))
                .switchIfEmpty(Mono.error(() -> new Refused(new DunningOver())));
    }

    Mono<DunningRule> rule(UUID invoice) {
        return rules.of(List.of(invoice)).map(found -> requireNonNull(found.get(invoice)));
    }

    Mono<LocalDate> today() {
        return clock.today();
    }
}
