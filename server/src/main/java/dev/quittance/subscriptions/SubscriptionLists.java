package dev.quittance.subscriptions;

import dev.quittance.platform.Columns;
import dev.quittance.platform.Page;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** Which subscriptions stand on a page of a list, newest first. */
@Repository
class SubscriptionLists {
    private final DatabaseClient db;

    SubscriptionLists(DatabaseClient db) {
        this.db = db;
    }

    /** A subscription on the list of a customer. */
    record Listed(UUID customer, UUID id) {}

    /** A page of all customers' subscriptions. */
    Flux<Listed> ofAll(SubscriptionFilter filter, Page page) {
        return bind(
                        db.sql(
                                """
                                select s.customer_id, s.id
                                  from subscription s
                                 where (:statuses::text[] is null or s.status = any(:statuses))
                                   and (:plan::uuid is null or s.plan_id = :plan)
                                   and (:patterns::text[] is null or s.id in (
                                         select f.id
                                           from subscription f
                                           join customer c on c.id = f.customer_id
                                           join plan p on p.id = f.plan_id
                                          where lower(f.number || ' ' || p.name || ' ' || c.name) like all (:patterns)))
                                   and (s.started_on, s.id) < (:day, :id)
                                 order by s.started_on desc, s.id desc
                                 limit :first + 1
                                """),
                        filter,
                        page)
                .map(row -> listed(new Columns(row)))
                .all();
    }

    /** The same page of each of these customers' lists. */
    Flux<Listed> ofCustomers(Collection<UUID> customers, SubscriptionFilter filter, Page page) {
        return bind(
                        db.sql(
                                """
                                select s.customer_id, s.id
                                  from unnest(:customers::uuid[]) as o (customer_id)
                                 cross join lateral (
                                   select s.customer_id, s.id, s.started_on
                                     from subscription s
                                    where s.customer_id = o.customer_id
                                      and (:statuses::text[] is null or s.status = any(:statuses))
                                      and (:plan::uuid is null or s.plan_id = :plan)
                                      and (:patterns::text[] is null or exists (
                                            select from customer c, plan p
                                             where c.id = s.customer_id and p.id = s.plan_id
                                               and lower(s.number || ' ' || p.name || ' ' || c.name) like all (:patterns)))
                                      and (s.started_on, s.id) < (:day, :id)
                                    order by s.started_on desc, s.id desc
                                    limit :first + 1) s
                                 order by s.customer_id, s.started_on desc, s.id desc
                                """),
                        filter,
                        page)
                .bind("customers", customers.toArray(UUID[]::new))
                .map(row -> listed(new Columns(row)))
                .all();
    }

    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
    private static final UUID LAST_ID = new UUID(-1L, -1L);

    private static GenericExecuteSpec bind(
            GenericExecuteSpec sql, SubscriptionFilter filter, Page page) {
        var day = page.day(0);
        var id = page.id(1);
        return optional(
                        optional(
                                optional(sql, "statuses", filter.statusNames(), String[].class),
                                "plan",
                                filter.planId(),
                                UUID.class),
                        "patterns",
                        filter.patterns(),
                        String[].class)
                .bind("day", day == null ? LAST_DAY : day)
                .bind("id", id == null ? LAST_ID : id)
                .bind("first", page.first());
    }

    private static <T> GenericExecuteSpec optional(
            GenericExecuteSpec sql, String name, @Nullable T value, Class<T> type) {
        return value == null ? sql.bindNull(name, type) : sql.bind(name, value);
    }

    private static Listed listed(Columns column) {
        return new Listed(column.id("customer_id"), column.id("id"));
    }
}
