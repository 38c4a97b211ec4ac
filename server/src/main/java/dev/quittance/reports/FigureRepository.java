package dev.quittance.reports;

import dev.quittance.catalog.Interval;
import dev.quittance.catalog.IntervalUnit;
import dev.quittance.platform.Amounts;
import dev.quittance.platform.Columns;
import dev.quittance.reports.MonthlyRevenue.Recurring;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads figures from the tables of lower packages. */
@Repository
class FigureRepository {
    private final DatabaseClient db;

    FigureRepository(DatabaseClient db) {
        this.db = db;
    }

    /** What is to be paid, and the part of it that is late. */
    record Dues(Money outstanding, Money overdue) {}

    /** How many customers there are, and what waits for staff. */
    record Counts(int active, int parked, int disputesToAnswer) {}

    /** Every currency that somebody is billed in, the busiest first. */
    Flux<CurrencyUnit> currencies() {
        return db.sql(
                        """
                        select currency from (
                          select currency from balance
                          union all
                          select currency from subscription where ended_on is null) used
                         group by currency
                         order by count(*) desc, currency
                        """)
                .mapValue(String.class)
                .all()
                .map(CurrencyUnit::of);
    }

    Mono<Dues> dues(CurrencyUnit currency, LocalDate today) {
        return db.sql(
                        """
                        select coalesce(sum(total_minor - paid_minor), 0)::bigint as outstanding,
                               coalesce(sum(total_minor - paid_minor)
                                          filter (where due_on < :today), 0)::bigint as overdue
                          from invoice
                         where status = 'OPEN' and currency = :currency
                        """)
                .bind("currency", currency.getCode())
                .bind("today", today)
                .map(
                        row ->
                                new Dues(
                                        money(row, "outstanding", currency),
                                        money(row, "overdue", currency)))
                .one();
    }

    /** What live subscriptions bill, by interval; customers who pay nothing are left out. */
    Flux<Recurring> recurring(CurrencyUnit currency, LocalDate today) {
        return db.sql(
                        """
                        select s.interval_count, s.interval_unit,
                               count(distinct s.id)::integer as subscriptions,
                               sum(case when c.payment_kind = 'FREE' or o.kind = 'ONE_TIME' then 0
                                        when i.own_price is not null then i.quantity * i.own_price
                                        when k.price is not null
                                             and (k.until_on is null or s.next_bill_on is null or s.next_bill_on < k.until_on)
                                        then price_of(k.model, k.price, k.package_size, k.tiers, i.quantity)
                                        when i.plan_id is not null
                                        then coalesce(price_of(p.model, p.price, p.package_size, p.tiers, i.quantity), 0)
                                        else coalesce(price_of(a.model, a.price, a.package_size, a.tiers, i.quantity), 0)
                                   end) as amount
                          from subscription s
                          join customer c on c.id = s.customer_id
                          join subscription_item i
                            on i.subscription_id = s.id and i.validity @> :today
                          left join kept_price k on k.item_id = i.id and k.plan_id = i.plan_id
                          left join addon o on o.id = i.addon_id
                          left join plan_price p
                            on p.plan_id = i.plan_id
                               and p.currency = s.currency
                          left join addon_price a
                            on a.addon_id = i.addon_id and a.currency = s.currency
                         where s.phase = 'LIVE' and s.currency = :currency
                         group by s.interval_count, s.interval_unit
                        """)
                .bind("currency", currency.getCode())
                .bind("today", today)
                .map(FigureRepository::recurring)
                .all();
    }

    Mono<Counts> counts() {
        return db.sql(
                        """
                        select (select count(*) from customer where active)::integer as active,
                               (select count(*) from parked_customer)::integer as parked,
                               (select count(*) from dispute where state = 'NEEDS_RESPONSE')::integer as disputes
                        """)
                .map(
                        row -> {
                            var column = new Columns(row);
                            return new Counts(
                                    column.integer("active"),
                                    column.integer("parked"),
                                    column.integer("disputes"));
                        })
                .one();
    }

    /**
     * Billed and collected by month; months without either are left out. Adding up by day first
     * lets the database share a million invoices among its processes.
     */
    Mono<Map<LocalDate, MonthFigures>> months(CurrencyUnit currency, LocalDate from) {
        return db.sql(
                        """
                        select date_trunc('month', day::timestamp)::date as month,
                               sum(billed)::bigint as billed, sum(collected)::bigint as collected
                          from (
                            select issued_on as day, sum(total_minor) as billed, 0 as collected
                              from invoice
                             where currency = :currency and issued_on >= :from
                               and status <> 'DRAFT' and taken_over_on is null
                             group by issued_on
                            union all
                            select issued_on, -sum(total_minor), 0
                              from credit_note
                             where currency = :currency and issued_on >= :from
                             group by issued_on
                            union all
                            select paid_on, 0, sum(amount_minor - disputed_minor)
                              from payment
                             where currency = :currency and paid_on >= :from
                               and status = 'SUCCEEDED'
                             group by paid_on) by_day
                         group by 1
                        """)
                .bind("currency", currency.getCode())
                .bind("from", from)
                .map(
                        row ->
                                new MonthFigures(
                                        new Columns(row).day("month"),
                                        money(row, "billed", currency),
                                        money(row, "collected", currency)))
                .all()
                .collectMap(MonthFigures::month);
    }

    Flux<UUID> overdueCustomers(LocalDate today) {
        return db.sql(
                        """
                        select distinct customer_id from invoice
                         where status = 'OPEN' and due_on < :today
                        """)
                .bind("today", today)
                .mapValue(UUID.class)
                .all();
    }

    /** How many subscriptions of each of these plans have not ended. */
    Mono<Map<UUID, Integer>> subscribers(Collection<UUID> plans) {
        return db.sql(
                        """
                        select plan_id, count(*)::integer as subscribers
                          from subscription
                         where plan_id = any(:plans) and ended_on is null
                         group by plan_id
                        """)
                .bind("plans", plans.toArray(UUID[]::new))
                .map(
                        row -> {
                            var column = new Columns(row);
                            return Map.entry(column.id("plan_id"), column.integer("subscribers"));
                        })
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static Recurring recurring(Readable row) {
        var column = new Columns(row);
        return new Recurring(
                new Interval(
                        column.integer("interval_count"),
                        column.choice("interval_unit", IntervalUnit.class)),
                column.decimal("amount"),
                column.integer("subscriptions"));
    }

    private static Money money(Readable row, String name, CurrencyUnit currency) {
        return Amounts.ofMinor(new Columns(row).number(name), currency.getCode());
    }
}
