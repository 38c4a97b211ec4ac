package dev.quittance.catalog;

import dev.quittance.platform.Columns;
import dev.quittance.platform.Faults;
import dev.quittance.platform.History;
import dev.quittance.platform.HistoryEntry;
import dev.quittance.platform.NotFound;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Knows when a change from one plan to another takes effect. */
@Service
public class PlanChangeRules {
    private final DatabaseClient db;
    private final PlanRepository plans;
    private final History history;
    private final TransactionalOperator transaction;

    PlanChangeRules(
            DatabaseClient db,
            PlanRepository plans,
            History history,
            TransactionalOperator transaction) {
        this.db = db;
        this.plans = plans;
        this.history = history;
        this.transaction = transaction;
    }

    /** Nothing where the merchant has no rule for this pair: whoever changes it chooses. */
    public Mono<ChangeTiming> timing(UUID from, UUID to) {
        return of(List.of(from))
                .filter(rule -> rule.toPlanId().equals(to))
                .map(PlanChangeRule::timing)
                .next();
    }

    /** The rules of changes from these plans, by the name of the other plan. */
    public Flux<PlanChangeRule> of(Collection<UUID> from) {
        return db.sql(
                        """
                        select r.from_plan_id, r.to_plan_id, r.timing
                          from plan_change_rule r
                          join plan p on p.id = r.to_plan_id
                         where r.from_plan_id = any(:from)
                         order by r.from_plan_id, lower(p.name), p.id
                        """)
                .bind("from", from.toArray(UUID[]::new))
                .map(
                        row -> {
                            var column = new Columns(row);
                            return new PlanChangeRule(
                                    column.id("from_plan_id"),
                                    column.id("to_plan_id"),
                                    column.choice("timing", ChangeTiming.class));
                        })
                .all();
    }

    /**
     * Sets the rule of a pair, or takes it away; answers the plan that is changed from.
     *
     * @param timing null takes it away
     */
    Mono<Plan> set(UUID from, UUID to, @Nullable ChangeTiming timing) {
        return Mono.fromRunnable(() -> check(from, to))
                .then(Mono.zip(plan(from), plan(to)))
                .flatMap(
                        pair ->
                                timing(from, to)
                                        .map(List::of)
                                        .defaultIfEmpty(List.of())
                                        .flatMap(
                                                before ->
                                                        keep(from, to, timing)
                                                                .then(
                                                                        tell(
                                                                                from,
                                                                                fact(
                                                                                        pair
                                                                                                .getT2(),
                                                                                        before
                                                                                                        .isEmpty()
                                                                                                ? null
                                                                                                : before
                                                                                                        .getFirst()),
                                                                                fact(
                                                                                        pair
                                                                                                .getT2(),
                                                                                        timing))))
                                        .thenReturn(pair.getT1()))
                .as(transaction::transactional);
    }

    private record Fact(String to, ChangeTiming timing) {}

    private static @Nullable Fact fact(Plan to, @Nullable ChangeTiming timing) {
        return timing == null ? null : new Fact(to.name(), timing);
    }

    private Mono<Void> keep(UUID from, UUID to, @Nullable ChangeTiming timing) {
        return timing == null
                ? db.sql(
                                """
                                delete from plan_change_rule
                                 where from_plan_id = :from and to_plan_id = :to
                                """)
                        .bind("from", from)
                        .bind("to", to)
                        .then()
                : db.sql(
                                """
                                insert into plan_change_rule (from_plan_id, to_plan_id, timing)
                                values (:from, :to, :timing)
                                on conflict (from_plan_id, to_plan_id) do update set timing = excluded.timing
                                """)
                        .bind("from", from)
                        .bind("to", to)
                        .bind("timing", timing.name())
                        .then();
    }

    private Mono<Void> tell(UUID plan, @Nullable Fact before, @Nullable Fact after) {
        return before == null && after == null
                ? Mono.empty()
                : history.add(
                        new HistoryEntry.New(
                                "PLAN", plan, null, "rule of change set", before, after, null));
    }

    private Mono<Plan> plan(UUID id) {
        return plans.find(id).switchIfEmpty(Mono.error(() -> new NotFound("plan")));
    }

    private static void check(UUID from, UUID to) {
        var faults = new Faults();
        faults.check(!from.equals(to), "toPlanId", "must be another plan");
        faults.orThrow();
    }
}
