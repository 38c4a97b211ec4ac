package dev.quittance.catalog;

import dev.quittance.platform.Columns;
import dev.quittance.platform.Given;
import dev.quittance.platform.Page;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads the rows of plans with their prices. */
@Repository
class PlanRepository {
    private final DatabaseClient db;

    PlanRepository(DatabaseClient db) {
        this.db = db;
    }

    /** In the order of lists: by name. */
    Flux<Plan> byIds(Collection<UUID> ids) {
        return db.sql(
                        """
                        select p.id, p.product_id, r.tax_category_id, p.name, p.code,
                               p.description, p.interval_count, p.interval_unit,
                               p.trial_count, p.trial_unit, p.trial_end_policy, p.billing_cycles,
                               p.proration, p.minimum_term_months, p.notice_days, p.billing_day,
                               p.paid_support, p.lead_days, p.charged_in,
                               p.tax_inclusive, p.archived_at is not null as archived,
                               p.least_quantity, p.most_quantity, c.prices
                          from plan p
                          join product r on r.id = p.product_id
                         cross join lateral (
                                 select jsonb_agg(jsonb_build_object(
                                          'currency', currency, 'price', price::text, 'setupFee', setup_fee_minor,
                                          'model', model, 'packageSize', package_size, 'tiers', tiers)
                                          order by currency) as prices
                                   from plan_price where plan_id = p.id) c
                         where p.id = any(:ids)
                         order by lower(p.name) collate "C", p.id
                        """)
                .bind("ids", ids.toArray(UUID[]::new))
                .map(PlanRepository::plan)
                .all();
    }

    Mono<Plan> find(UUID id) {
        return byIds(List.of(id)).singleOrEmpty();
    }

    Mono<UUID> lock(UUID id) {
        return db.sql("select id from plan where id = :id for update")
                .bind("id", id)
                .mapValue(UUID.class)
                .one();
    }

    /** The plan that bears the name, unless it is {@code besides}. */
    Mono<Plan> named(String name, UUID besides) {
        return db.sql(
                        """
                        select id from plan
                         where lower(name) = lower(:name) and archived_at is null and id <> :besides
                        """)
                .bind("name", name)
                .bind("besides", besides)
                .mapValue(UUID.class)
                .one()
                .flatMap(this::find);
    }

    Flux<Plan> page(PlanFilter filter, Page page) {
        return narrowed(
                        filter,
                        """
                        select id from plan
                         where (:search::text is null
                                or position(lower(:search) in lower(name)) > 0
                                or position(lower(:search) in lower(code)) > 0)
                           and (:archived::boolean is null
                                or (archived_at is not null) = :archived)
                           and (lower(name) collate "C", id)
                               > (coalesce((select lower(name) from plan where id = :after), '')
                                    collate "C",
                                  coalesce(:after, '00000000-0000-0000-0000-000000000000'::uuid))
                         order by lower(name) collate "C", id
                         limit :first + 1
                        """)
                .bind("after", Given.sql(page.id(0), UUID.class))
                .bind("first", page.first())
                .mapValue(UUID.class)
                .all()
                .collectList()
                .flatMapMany(this::byIds);
    }

    Mono<Long> count(PlanFilter filter) {
        return narrowed(
                        filter,
                        """
                        select count(*) from plan
                         where (:search::text is null
                                or position(lower(:search) in lower(name)) > 0
                                or position(lower(:search) in lower(code)) > 0)
                           and (:archived::boolean is null
                                or (archived_at is not null) = :archived)
                        """)
                .mapValue(Long.class)
                .one();
    }

    Flux<Plan> ofProducts(Collection<UUID> products) {
        return db.sql("select id from plan where product_id = any(:products)")
                .bind("products", products.toArray(UUID[]::new))
                .mapValue(UUID.class)
                .all()
                .collectList()
                .flatMapMany(this::byIds);
    }

    /** The code and those made of it, as far as they are taken. */
    Flux<String> codes(String code) {
        return db.sql("select code from plan where code = :code or code like :code || '-%'")
                .bind("code", code)
                .mapValue(String.class)
                .all();
    }

    private DatabaseClient.GenericExecuteSpec narrowed(PlanFilter filter, String sql) {
        return db.sql(sql)
                .bind("search", Given.sql(filter.search(), String.class))
                .bind("archived", Given.sql(filter.archived(), Boolean.class));
    }

    private static Plan plan(Readable row) {
        var column = new Columns(row);
        return new Plan(
                column.id("id"),
                column.id("product_id"),
                column.idOrNull("tax_category_id"),
                column.text("name"),
                column.text("code"),
                column.textOrNull("description"),
                new Interval(
                        column.integer("interval_count"),
                        column.choice("interval_unit", IntervalUnit.class)),
                terms(column),
                column.flag("tax_inclusive"),
                new QuantityLimits(
                        column.integer("least_quantity"), column.integerOrNull("most_quantity")),
                Stream.of(column.json("prices", PriceRow[].class)).map(PriceRow::ofPlan).toList(),
                column.flag("archived"));
    }

    private static PlanTerms terms(Columns column) {
        var trial = column.integerOrNull("trial_count");
        return new PlanTerms(
                trial == null
                        ? null
                        : new Interval(trial, column.choice("trial_unit", IntervalUnit.class)),
                column.choice("trial_end_policy", TrialEndPolicy.class),
                column.integerOrNull("billing_cycles"),
                column.choice("proration", ProrationMode.class),
                column.integerOrNull("minimum_term_months"),
                column.integer("notice_days"),
                column.integerOrNull("billing_day"),
                column.flag("paid_support"),
                column.integer("lead_days"),
                column.choice("charged_in", ChargeTime.class));
    }
}
