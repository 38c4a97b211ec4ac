package dev.quittance.collection;

import static java.util.Objects.requireNonNull;

import dev.quittance.platform.Columns;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The SQL of how what is not paid is followed up. */
@Repository
class DunningRuleRepository {

    /**
     * The rule of the invoice {@code i}, to be joined laterally: its customer's, else that of a
     * plan of its subscriptions (of several the one that tries longest), else the one for all.
     */
    static final String OF_INVOICE =
            """
            (select r.id, r.plan_id, r.customer_id, r.retry_days, r.reminder_days, r.final_action
               from dunning_rule r
              where r.customer_id = i.customer_id
                 or r.plan_id in (select s.plan_id
                                    from invoice_line l
                                    join subscription s on s.id = l.subscription_id
                                   where l.invoice_id = i.id)
                 or num_nonnulls(r.plan_id, r.customer_id) = 0
              order by r.customer_id is null, r.plan_id is null,
                       r.retry_days[cardinality(r.retry_days)] desc nulls last, r.id
              limit 1)
            """;

    private static final String COLUMNS =
            "r.id, r.plan_id, r.customer_id, r.retry_days, r.reminder_days, r.final_action";

    private final DatabaseClient db;

    DunningRuleRepository(DatabaseClient db) {
        this.db = db;
    }

    /** The rule that each of these invoices is followed up by. */
    Mono<Map<UUID, DunningRule>> of(Collection<UUID> invoices) {
        return db.sql(
                        "select i.id as invoice_id, "
                                + COLUMNS
                                + " from invoice i cross join lateral "
                                + OF_INVOICE
                                + " r where i.id = any(:invoices)")
                .bind("invoices", invoices.toArray(UUID[]::new))
                .map(row -> Map.entry(new Columns(row).id("invoice_id"), rule(row)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** All of them: the one for all first, then those of plans, then those of customers. */
    Flux<DunningRule> all() {
        return db.sql(
                        "select "
                                + COLUMNS
                                + " from dunning_rule r order by r.customer_id is not null, r.plan_id is not null, r.id")
                .map(DunningRuleRepository::rule)
                .all();
    }

    /** The rule that is set just there; empty if none is. */
    Mono<DunningRule> at(@Nullable UUID plan, @Nullable UUID customer) {
        return bound(
                        db.sql(
                                "select "
                                        + COLUMNS
                                        + " from dunning_rule r where r.plan_id is not distinct from :plan"
                                        + " and r.customer_id is not distinct from :customer for update"),
                        plan,
                        customer)
                .map(DunningRuleRepository::rule)
                .one();
    }

    /** Sets a rule, in place of the one that is there. */
    Mono<Void> save(DunningRule rule) {
        return bound(
                        db.sql(
                                """
                                insert into dunning_rule (id, plan_id, customer_id, retry_days, reminder_days, final_action)
                                values (:id, :plan, :customer, :retries, :reminders, :action)
                                    on conflict (plan_id, customer_id) do update
                                   set retry_days = excluded.retry_days, reminder_days = excluded.reminder_days,
                                       final_action = excluded.final_action
                                """),
                        rule.plan(),
                        rule.customer())
                .bind("id", rule.id())
                .bind("retries", rule.retryDays().toArray(Integer[]::new))
                .bind("reminders", rule.reminderDays().toArray(Integer[]::new))
                .bind("action", rule.finalAction().name())
                .then();
    }

    Mono<Void> remove(UUID id) {
        return db.sql("delete from dunning_rule where id = :id").bind("id", id).then();
    }

    private static GenericExecuteSpec bound(
            GenericExecuteSpec sql, @Nullable UUID plan, @Nullable UUID customer) {
        var withPlan = plan == null ? sql.bindNull("plan", UUID.class) : sql.bind("plan", plan);
        return customer == null
                ? withPlan.bindNull("customer", UUID.class)
                : withPlan.bind("customer", customer);
    }

    private static DunningRule rule(Readable row) {
        var column = new Columns(row);
        return new DunningRule(
                column.id("id"),
                column.idOrNull("plan_id"),
                column.idOrNull("customer_id"),
                List.of(requireNonNull(row.get("retry_days", Integer[].class))),
                List.of(requireNonNull(row.get("reminder_days", Integer[].class))),
                column.choice("final_action", FinalAction.class));
    }
}
