package dev.quittance.subscriptions;

import dev.quittance.catalog.ChargeTime;
import dev.quittance.catalog.ProrationMode;
import dev.quittance.platform.Columns;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the bill run asks for and keeps. */
@Repository
class DueRepository {
    private static final UUID NONE = new UUID(0, 0);

    private final DatabaseClient db;

    DueRepository(DatabaseClient db) {
        this.db = db;
    }

    /**
     * The next customers in the order of their ids that have something due. The customer is looked
     * at in a subquery, since a join would lose that order and sort all that is due for each page.
     */
    Flux<UUID> customers(LocalDate day, @Nullable ZoneId zone, @Nullable UUID after, int count) {
        var sql =
                db.sql(
                                """
                                select distinct s.customer_id
                                  from subscription s
                                 where s.customer_id > :after
                                   and s.next_bill_on <= :day
                                   and s.status not in ('FUTURE', 'TRIAL', 'PAUSED', 'UNPAID')
                                   and (s.pauses_on is null or s.pauses_on > greatest(:day, s.billed_until))
                                   and (s.changes_on is null or s.changes_on > greatest(:day, s.billed_until))
                                   and (select (c.starts_on is null or c.starts_on <= :day)
                                           and (:zone::text is null or coalesce(c.time_zone, o.time_zone) = :zone)
                                          from customer c, organization o
                                         where c.id = s.customer_id)
                                 order by s.customer_id
                                 limit :count
                                """)
                        .bind("day", day)
                        .bind("after", after == null ? NONE : after)
                        .bind("count", count);
        return bindZone(sql, zone).mapValue(UUID.class).all();
    }

    /** How many subscriptions are due. */
    Mono<Long> count(LocalDate day, @Nullable ZoneId zone) {
        var sql =
                db.sql(
                                """
                                select count(*)
                                  from subscription s
                                  join customer c on c.id = s.customer_id
                                  cross join organization o
                                 where s.next_bill_on <= :day
                                   and s.status not in ('FUTURE', 'TRIAL', 'PAUSED', 'UNPAID')
                                   and (s.pauses_on is null or s.pauses_on > greatest(:day, s.billed_until))
                                   and (s.changes_on is null or s.changes_on > greatest(:day, s.billed_until))
                                   and (c.starts_on is null or c.starts_on <= :day)
                                   and (:zone::text is null or coalesce(c.time_zone, o.time_zone) = :zone)
                                """)
                        .bind("day", day);
        return bindZone(sql, zone).mapValue(Long.class).one();
    }

    /** The subscriptions of these customers that are due. */
    Flux<UUID> due(LocalDate day, Collection<UUID> customers) {
        return db.sql(
                        """
                        select s.id
                          from subscription s
                          join customer c on c.id = s.customer_id
                         where s.customer_id = any(:customers)
                           and s.next_bill_on <= :day
                           and s.status not in ('FUTURE', 'TRIAL', 'PAUSED', 'UNPAID')
                           and (s.pauses_on is null or s.pauses_on > greatest(:day, s.billed_until))
                           and (s.changes_on is null or s.changes_on > greatest(:day, s.billed_until))
                           and (c.starts_on is null or c.starts_on <= :day)
                        """)
                .bind("customers", customers.toArray(UUID[]::new))
                .bind("day", day)
                .mapValue(UUID.class)
                .all();
    }

    /** What these subscriptions are billed by, without items; by customer. */
    Flux<BillingBasis> bases(Collection<UUID> subscriptions) {
        return db.sql(
                        """
                        select s.id, s.customer_id, s.billing_group_id, s.plan_id, n.proration, t.first_period, s.lead_days, s.charged_in, s.currency, s.interval_count, s.interval_unit,
                               greatest(s.started_on, s.trial_ends_on) as paid_from, s.anchor_on, s.billed_until, s.next_term,
                               coalesce(s.ended_on, least(s.cancels_on, s.expires_on)) as ends_on,
                               case when not s.setup_fee_billed then p.setup_fee_minor end as setup_fee_minor,
                               c.payment_kind = 'FREE' as free, coalesce(c.time_zone, o.time_zone) as time_zone, c.starts_on as customer_starts_on,
                               c.ends_on as customer_ends_on
                          from subscription s
                          join customer c on c.id = s.customer_id
                          join plan n on n.id = s.plan_id
                         cross join life_setting t
                         cross join organization o
                          left join plan_price p on p.plan_id = s.plan_id and p.currency = s.currency
                         where s.id = any(:subscriptions)
                         order by s.customer_id, s.id
                        """)
                .bind("subscriptions", subscriptions.toArray(UUID[]::new))
                .map(row -> basis(new Columns(row)))
                .all();
    }

    /** Notes how far these subscriptions are billed; how many still stood where their term says. */
    Mono<Long> advance(Collection<Advance> advances) {
        return db.sql(
                        """
                        update subscription s
                           set billed_until = a.billed_until, next_term = a.next_term, next_bill_on = a.next_bill_on,
                               setup_fee_billed = s.setup_fee_billed or a.setup_fee_settled
                          from unnest(:ids::uuid[], :terms::integer[], :untils::date[], :nexts::integer[],
                                      :bills::date[], :fees::boolean[])
                            as a (id, term, billed_until, next_term, next_bill_on, setup_fee_settled)
                         where s.id = a.id and s.next_term = a.term
                        """)
                .bind("ids", column(advances, Advance::subscription, UUID[]::new))
                .bind("terms", column(advances, Advance::term, Integer[]::new))
                .bind("untils", column(advances, Advance::billedUntil, LocalDate[]::new))
                .bind("nexts", column(advances, Advance::nextTerm, Integer[]::new))
                .bind("bills", column(advances, Advance::nextBillOn, LocalDate[]::new))
                .bind("fees", column(advances, Advance::setupFeeSettled, Boolean[]::new))
                .fetch()
                .rowsUpdated();
    }

    private static DatabaseClient.GenericExecuteSpec bindZone(
            DatabaseClient.GenericExecuteSpec sql, @Nullable ZoneId zone) {
        return zone == null ? sql.bindNull("zone", String.class) : sql.bind("zone", zone.getId());
    }

    private static <R, T> T[] column(
            Collection<R> rows, Function<R, ? extends @Nullable T> value, IntFunction<T[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    private static BillingBasis basis(Columns column) {
        var interval = SubscriptionRepository.interval(column);
        return new BillingBasis(
                column.id("id"),
                column.id("customer_id"),
                column.id("billing_group_id"),
                column.id("plan_id"),
                column.text("currency"),
                interval,
                DayCount.of(column.choice("proration", ProrationMode.class), interval)
                        .in(ZoneId.of(column.text("time_zone"))),
                column.choice("first_period", LifeSetting.FirstPeriod.class),
                column.integer("lead_days"),
                column.choice("charged_in", ChargeTime.class),
                column.day("paid_from"),
                column.day("anchor_on"),
                column.dayOrNull("billed_until"),
                column.integer("next_term"),
                column.dayOrNull("ends_on"),
                column.moneyOrNull("setup_fee"),
                column.flag("free"),
                column.dayOrNull("customer_starts_on"),
                column.dayOrNull("customer_ends_on"),
                List.of(),
                List.of());
    }
}
