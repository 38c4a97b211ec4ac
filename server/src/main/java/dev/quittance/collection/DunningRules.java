package dev.quittance.collection;

import dev.quittance.catalog.Catalog;
import dev.quittance.customers.Customers;
import dev.quittance.platform.Faults;
import dev.quittance.platform.History;
import dev.quittance.platform.HistoryEntry;
import dev.quittance.platform.Ids;
import dev.quittance.platform.NotFound;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How what is not paid is followed up: what is set for whom, and setting it. */
@Service
class DunningRules {
    private static final int MOST_DAYS = 20;
    private static final int LATEST_RETRY = 90;
    private static final int EARLIEST_REMINDER = -30;
    private static final int LATEST_REMINDER = 365;

    /** The rules are one subject of history. */
    private static final UUID SUBJECT = new UUID(0, 4);

    private final DunningRuleRepository repository;
    private final Catalog catalog;
    private final Customers customers;
    private final History history;

    DunningRules(
            DunningRuleRepository repository,
            Catalog catalog,
            Customers customers,
            History history) {
        this.repository = repository;
        this.catalog = catalog;
        this.customers = customers;
        this.history = history;
    }

    /** A rule for a plan or a customer; for all when neither is given. */
    record SetDunningRuleInput(
            @Nullable UUID planId,
            @Nullable UUID customerId,
            List<Integer> retryDays,
            List<Integer> reminderDays,
            FinalAction finalAction) {}

    record RemoveDunningRuleInput(@Nullable UUID planId, @Nullable UUID customerId) {}

    Flux<DunningRule> all() {
        return repository.all();
    }

    /** Sets a rule, or refuses with {@code InvalidInput}. */
    @Transactional
    Mono<DunningRule> set(SetDunningRuleInput input) {
        check(input);
        return exists(input)
                .then(Mono.defer(() -> repository.at(input.planId(), input.customerId())))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(before -> save(before, rule(input, before)));
    }

    /** Lets the rule that is set farther away hold again. */
    @Transactional
    Mono<Void> remove(RemoveDunningRuleInput input) {
        var faults = new Faults();
        faults.check(
                (input.planId() == null) != (input.customerId() == null),
                "planId",
                "or a customerId must be given, and only one of them");
        faults.orThrow();
        return repository
                .at(input.planId(), input.customerId())
                .switchIfEmpty(Mono.error(() -> new NotFound("rule")))
                .flatMap(
                        rule ->
                                repository
                                        .remove(rule.id())
                                        .then(note("dunning rule removed", rule, null)));
    }

    private Mono<DunningRule> save(Optional<DunningRule> before, DunningRule after) {
        return before.filter(after::equals).isPresent()
                ? Mono.just(after)
                : repository
                        .save(after)
                        .then(note("dunning rule set", before.orElse(null), after))
                        .thenReturn(after);
    }

    private Mono<Void> note(
            String what, @Nullable DunningRule before, @Nullable DunningRule after) {
        return history.add(
                new HistoryEntry.New("DUNNING_RULES", SUBJECT, null, what, before, after, null));
    }

    private Mono<Void> exists(SetDunningRuleInput input) {
        var plan = input.planId() == null ? Mono.empty() : catalog.plan(input.planId());
        var customer =
                input.customerId() == null ? Mono.empty() : customers.get(input.customerId());
        return plan.then(customer).then();
    }

    private static DunningRule rule(SetDunningRuleInput input, Optional<DunningRule> before) {
        return new DunningRule(
                before.map(DunningRule::id).orElseGet(Ids::next),
                input.planId(),
                input.customerId(),
                input.retryDays().stream().sorted().toList(),
                input.reminderDays().stream().sorted().toList(),
                input.finalAction());
    }

    private static void check(SetDunningRuleInput input) {
        var faults = new Faults();
        faults.check(
                input.planId() == null || input.customerId() == null,
                "customerId",
                "does not go with a planId");
        days(input.retryDays(), "retryDays", 1, LATEST_RETRY, faults);
        days(input.reminderDays(), "reminderDays", EARLIEST_REMINDER, LATEST_REMINDER, faults);
        faults.orThrow();
    }

    private static void days(List<Integer> days, String path, int least, int most, Faults faults) {
        faults.check(days.size() <= MOST_DAYS, path, "must be at most %d".formatted(MOST_DAYS));
        faults.check(
                days.stream().distinct().count() == days.size(), path, "must not name a day twice");
        faults.check(
                days.stream().allMatch(day -> day >= least && day <= most),
                path,
                "must be between %d and %d".formatted(least, most));
    }
}
