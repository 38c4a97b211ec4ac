package dev.quittance.latefees;

import dev.quittance.latefees.LateFeeRule.LateFeeAmounts;
import dev.quittance.platform.Amounts;
import dev.quittance.platform.Columns;
import dev.quittance.platform.Given;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The SQL of rules of late fees. */
@Repository
class LateFeeRuleRepository {

    /**
     * The rule of the invoice {@code i}, to be joined laterally: its customer's, else that of a
     * plan of its subscriptions (of several the one that was set first), else the one for all.
     */
    static final String OF_INVOICE =
            """
            (select r.*
               from late_fee_rule r
              where r.id = coalesce(
                      (select own.id from late_fee_rule own where own.customer_id = i.customer_id),
                      (select p.id
                         from invoice_line l
                         join subscription s on s.id = l.subscription_id
                         join late_fee_rule p on p.plan_id = s.plan_id
                        where l.invoice_id = i.id
                        order by p.id
                        limit 1),
                      (select a.id from late_fee_rule a where a.plan_id is null and a.customer_id is null)))
            """;

    private static final String SELECT =
            """
            select r.id, r.plan_id, r.customer_id, r.first_days, r.every_days, r.times, r.percent, r.since,
                   a.currency, a.fixed_minor, a.least_minor, a.most_minor
            """;

    private final DatabaseClient db;

    LateFeeRuleRepository(DatabaseClient db) {
        this.db = db;
    }

    /** The rule that an invoice is under; empty if none is set. */
    Mono<LateFeeRule> of(UUID invoice) {
        return db.sql(
                        SELECT
                                + " from invoice i cross join lateral "
                                + OF_INVOICE
                                + " r left join late_fee_amount a on a.rule_id = r.id where i.id = :invoice")
                .bind("invoice", invoice)
                .map(LateFeeRuleRepository::row)
                .all()
                .collectList()
                .flatMapIterable(LateFeeRuleRepository::rules)
                .next();
    }

    /** All of them: the one for all first, then those of plans, then those of customers. */
    Flux<LateFeeRule> all() {
        return db.sql(
                        SELECT
                                + """
                                  from late_fee_rule r
                                  left join late_fee_amount a on a.rule_id = r.id
                                 order by r.customer_id is not null, r.plan_id is not null, r.id, a.currency
                                """)
                .map(LateFeeRuleRepository::row)
                .all()
                .collectList()
                .flatMapIterable(LateFeeRuleRepository::rules);
    }

    /** The rule that is set just there, held until the transaction ends; empty if none is. */
    Mono<LateFeeRule> at(@Nullable UUID plan, @Nullable UUID customer) {
        return db.sql(
                        SELECT
                                + """
                                  from late_fee_rule r
                                  left join late_fee_amount a on a.rule_id = r.id
                                 where r.plan_id is not distinct from :plan and r.customer_id is not distinct from :customer
                                   for update of r
                                """)
                .bind("plan", Given.sql(plan, UUID.class))
                .bind("customer", Given.sql(customer, UUID.class))
                .map(LateFeeRuleRepository::row)
                .all()
                .collectList()
                .flatMapIterable(LateFeeRuleRepository::rules)
                .next();
    }

    /** Sets a rule, in place of the one that is there and under that one's id. */
    Mono<LateFeeRule> save(LateFeeRule rule) {
        var days = rule.days();
        return db.sql(
                        """
                        insert into late_fee_rule (id, plan_id, customer_id, first_days, every_days, times, percent, since)
                        values (:id, :plan, :customer, :first, :every, :times, :percent, :since)
                            on conflict (plan_id, customer_id) do update
                           set first_days = excluded.first_days, every_days = excluded.every_days, times = excluded.times,
                               percent = excluded.percent, since = excluded.since
                        returning id
                        """)
                .bind("id", rule.id())
                .bind("plan", Given.sql(rule.plan(), UUID.class))
                .bind("customer", Given.sql(rule.customer(), UUID.class))
                .bind("first", days == null ? 1 : days.first())
                .bind("every", days == null ? 1 : days.every())
                .bind("times", days == null ? 0 : days.times())
                .bind("percent", Given.sql(rule.percent(), BigDecimal.class))
                .bind("since", rule.since())
                .mapValue(UUID.class)
                .one()
                .map(rule::as)
                .delayUntil(saved -> clear(saved).then(Mono.defer(() -> add(saved))));
    }

    private Mono<Void> clear(LateFeeRule rule) {
        return db.sql("delete from late_fee_amount where rule_id = :id")
                .bind("id", rule.id())
                .then();
    }

    private Mono<Void> add(LateFeeRule rule) {
        return db.sql(
                        """
                        insert into late_fee_amount (rule_id, currency, fixed_minor, least_minor, most_minor)
                        select :id, * from unnest(:currencies::text[], :fixed::bigint[], :least::bigint[], :most::bigint[])
                        """)
                .bind("id", rule.id())
                .bind(
                        "currencies",
                        rule.amounts().stream()
                                .map(each -> each.currency().getCode())
                                .toArray(String[]::new))
                .bind("fixed", minor(rule, LateFeeAmounts::fixed))
                .bind("least", minor(rule, LateFeeAmounts::least))
                .bind("most", minor(rule, LateFeeAmounts::most))
                .then();
    }

    Mono<Void> remove(UUID id) {
        return db.sql("delete from late_fee_rule where id = :id").bind("id", id).then();
    }

    private static Long[] minor(
            LateFeeRule rule, Function<LateFeeAmounts, @Nullable Money> amount) {
        return rule.amounts().stream()
                .map(amount)
                .map(each -> each == null ? null : Amounts.minor(each))
                .toArray(Long[]::new);
    }

    /** Rows of one rule follow each other. */
    private static List<LateFeeRule> rules(List<LateFeeRule> rows) {
        var rules = new LinkedHashMap<UUID, LateFeeRule>();
        for (var row : rows) {
            rules.merge(row.id(), row, LateFeeRuleRepository::both);
        }
        return List.copyOf(rules.values());
    }

    private static LateFeeRule both(LateFeeRule one, LateFeeRule more) {
        var amounts = new ArrayList<>(one.amounts());
        amounts.addAll(more.amounts());
        return new LateFeeRule(
                one.id(),
                one.plan(),
                one.customer(),
                one.days(),
                one.percent(),
                amounts,
                one.since());
    }

    private static LateFeeRule row(Readable row) {
        var column = new Columns(row);
        var times = column.integer("times");
        var currency = column.textOrNull("currency");
        var amounts =
                currency == null
                        ? List.<LateFeeAmounts>of()
                        : List.of(
                                new LateFeeAmounts(
                                        CurrencyUnit.of(currency),
                                        column.moneyOrNull("fixed"),
                                        column.moneyOrNull("least"),
                                        column.moneyOrNull("most")));
        return new LateFeeRule(
                column.id("id"),
                column.idOrNull("plan_id"),
                column.idOrNull("customer_id"),
                times == 0
                        ? null
                        : new LateFeeDays(
                                column.integer("first_days"), column.integer("every_days"), times),
                row.get("percent", BigDecimal.class),
                amounts,
                column.day("since"));
    }
}
