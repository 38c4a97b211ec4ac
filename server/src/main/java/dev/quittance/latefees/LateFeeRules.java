package dev.quittance.latefees;

import dev.quittance.catalog.Catalog;
import dev.quittance.customers.Customers;
import dev.quittance.platform.BusinessClock;
import dev.quittance.platform.Faults;
import dev.quittance.platform.History;
import dev.quittance.platform.HistoryEntry;
import dev.quittance.platform.Ids;
import dev.quittance.platform.NotFound;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Which late fees are set for whom, and setting them. */
@Service
class LateFeeRules {
    /** The rules are one subject of history. */
    private static final UUID SUBJECT = new UUID(0, 5);

    private final LateFeeRuleRepository repository;
    private final Catalog catalog;
    private final Customers customers;
    private final BusinessClock clock;
    private final History history;

    LateFeeRules(
            LateFeeRuleRepository repository,
            Catalog catalog,
            Customers customers,
            BusinessClock clock,
            History history) {
        this.repository = repository;
        this.catalog = catalog;
        this.customers = customers;
        this.clock = clock;
        this.history = history;
    }

    record RemoveLateFeeRuleInput(@Nullable UUID planId, @Nullable UUID customerId) {}

    Flux<LateFeeRule> all() {
        return repository.all();
    }

    /**
     * Sets a rule that holds from today on, or refuses with {@code InvalidInput}. One that is set
     * already goes on as it was.
     */
    @Transactional
    Mono<LateFeeRule> set(SetLateFeeRuleInput input) {
        return clock.today()
                .map(today -> input.rule(Ids.next(), today))
                .delayUntil(_ -> exists(input))
                .flatMap(
                        rule ->
                                repository
                                        .at(rule.plan(), rule.customer())
                                        .map(Optional::of)
                                        .defaultIfEmpty(Optional.empty())
                                        .flatMap(before -> save(before.orElse(null), rule)));
    }

    /** Lets the rule that is set farther away hold again; without one there are no fees. */
    @Transactional
    Mono<Void> remove(RemoveLateFeeRuleInput input) {
        var faults = new Faults();
        faults.check(
                input.planId() == null || input.customerId() == null,
                "customerId",
                "does not go with a planId");
        faults.orThrow();
        return repository
                .at(input.planId(), input.customerId())
                .switchIfEmpty(Mono.error(() -> new NotFound("rule")))
                .flatMap(
                        rule ->
                                repository
                                        .remove(rule.id())
                                        .then(note("late fee rule removed", rule, null)));
    }

    private Mono<LateFeeRule> save(@Nullable LateFeeRule before, LateFeeRule wanted) {
        var after = before == null ? wanted : wanted.insteadOf(before);
        return after.equals(before)
                ? Mono.just(after)
                : repository
                        .save(after)
                        .delayUntil(saved -> note("late fee rule set", before, saved));
    }

    private Mono<Void> note(
            String what, @Nullable LateFeeRule before, @Nullable LateFeeRule after) {
        return history.add(
                new HistoryEntry.New("LATE_FEE_RULES", SUBJECT, null, what, before, after, null));
    }

    private Mono<Void> exists(SetLateFeeRuleInput input) {
        var plan = input.planId() == null ? Mono.empty() : catalog.plan(input.planId());
        var customer =
                input.customerId() == null ? Mono.empty() : customers.get(input.customerId());
        return plan.then(customer).then();
    }
}
