package dev.quittance.takeover;

import dev.quittance.customers.Customers;
import dev.quittance.platform.Columns;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Finds whom and what the rows of files mean. */
@Repository
class Whereabouts {
    private final DatabaseClient db;
    private final Customers customers;

    /** The customers that a key may mean; it is good with exactly one. */
    record Found(String key, List<UUID> customers, @Nullable String externalId) {}

    /** A subscription that rows may mean. */
    record Agreement(
            UUID id,
            String number,
            UUID customer,
            String currency,
            LocalDate startedOn,
            @Nullable LocalDate billedUntil,
            boolean ended) {}

    Whereabouts(DatabaseClient db, Customers customers) {
        this.db = db;
        this.customers = customers;
    }

    /** By external id, else by email address, else by id. */
    Mono<Map<String, Found>> customers(Collection<String> keys) {
        return db.sql(
                        """
                        select k.key, coalesce(e.ids, m.ids, i.ids) as ids, coalesce(e.external_id, m.external_id, i.external_id) as external_id
                          from unnest(:keys::text[]) as k (key)
                          left join lateral (
                               select array_agg(id) as ids, min(external_id) as external_id
                                 from customer where external_id = k.key) e on true
                          left join lateral (
                               select array_agg(id) as ids, min(external_id) as external_id
                                 from customer where lower(email) collate "C" = lower(k.key) collate "C") m on true
                          left join lateral (
                               select array_agg(id) as ids, min(external_id) as external_id
                                 from customer
                                where id = case when k.key ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
                                                then k.key::uuid end) i on true
                        """)
                .bind("keys", keys.toArray(String[]::new))
                .map(
                        row ->
                                new Found(
                                        new Columns(row).text("key"),
                                        list(row.get("ids", UUID[].class)),
                                        new Columns(row).textOrNull("external_id")))
                .all()
                .collectMap(Found::key);
    }

    private static <T> List<T> list(T @Nullable [] found) {
        return found == null ? List.of() : List.of(found);
    }

    Mono<List<Agreement>> agreements(Collection<String> numbers, Collection<UUID> customers) {
        return db.sql(
                        """
                        select id, number, customer_id, currency, started_on, billed_until, ended_on is not null as ended
                          from subscription where number = any(:numbers)
                        union
                        select id, number, customer_id, currency, started_on, billed_until, ended_on is not null
                          from subscription where customer_id = any(:customers) and ended_on is null
                        """)
                .bind("numbers", numbers.toArray(String[]::new))
                .bind("customers", customers.toArray(UUID[]::new))
                .map(Whereabouts::agreement)
                .all()
                .collectList();
    }

    /** Why some of these subscriptions can't be billed from another day on, in words. */
    Mono<Map<UUID, String>> unfit(Collection<UUID> subscriptions) {
        return db.sql(
                        """
                        select id, case when billed_until is not null or ended_on is not null
                                        then 'The subscription is billed here already, or its next billing date is taken over. Leave the row out'
                                        else 'The subscription is to end. Take that back first, and let it end again after the take-over' end as why
                          from subscription
                         where id = any(:ids)
                           and (billed_until is not null or ended_on is not null or cancels_on is not null or next_bill_on is null)
                        """)
                .bind("ids", subscriptions.toArray(UUID[]::new))
                .map(row -> Map.entry(new Columns(row).id("id"), new Columns(row).text("why")))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** Holds customers until the transaction ends: nothing is billed, paid or changed meanwhile. */
    Mono<Void> hold(Collection<UUID> wanted) {
        return customers.lock(wanted).then();
    }

    private static Agreement agreement(Readable row) {
        var column = new Columns(row);
        return new Agreement(
                column.id("id"),
                column.text("number"),
                column.id("customer_id"),
                Objects.requireNonNull(column.text("currency")),
                column.day("started_on"),
                column.dayOrNull("billed_until"),
                column.flag("ended"));
    }
}
