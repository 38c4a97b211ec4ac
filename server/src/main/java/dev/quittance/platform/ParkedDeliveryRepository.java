package dev.quittance.platform;

import dev.quittance.platform.ParkedDelivery.Key;
import io.r2dbc.spi.Readable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The rows of the outbox that are parked. */
@Repository
class ParkedDeliveryRepository {
    private final DatabaseClient db;

    ParkedDeliveryRepository(DatabaseClient db) {
        this.db = db;
    }

    /** The event of a delivery that is parked no more. */
    record Freed(String event, UUID stream, @Nullable UUID customer) {}

    /** In the order of their events, with one more than the page holds. */
    Flux<ParkedDelivery> page(Page page) {
        var number = page.number(0);
        var listener = page.text(1);
        var query =
                db.sql(
                                """
                                select d.event_id, e.type, d.listener, (e.payload ->> 'customer')::uuid as customer_id,
                                       d.fault, d.attempts, d.parked_at,
                                       (select count(*)::int
                                          from delivery later
                                         where later.listener = d.listener
                                           and later.stream = d.stream
                                           and later.event_id > d.event_id) as waiting
                                  from delivery d join event e on e.id = d.event_id
                                 where d.parked_at is not null
                                   and (:number::bigint is null or (d.event_id, d.listener) > (:number, :listener))
                                 order by d.event_id, d.listener
                                 limit :first + 1
                                """)
                        .bind("first", page.first());
        var from =
                number == null
                        ? query.bindNull("number", Long.class).bindNull("listener", String.class)
                        : query.bind("number", number).bind("listener", String.valueOf(listener));
        return from.map(ParkedDeliveryRepository::delivery).all();
    }

    Mono<Long> count() {
        return db.sql("select count(*) as parked from delivery where parked_at is not null")
                .map(row -> new Columns(row).number("parked"))
                .one();
    }

    /** Lets it be tried again from the beginning; empty when it is not parked. */
    Mono<Freed> retry(Key key) {
        return one(
                """
                with freed as (
                  update delivery set parked_at = null, attempts = 0, due_at = now()
                   where event_id = :event and listener = :listener and parked_at is not null
                  returning event_id)
                select type, stream, (payload ->> 'customer')::uuid as customer_id, pg_notify('quittance_outbox', '')
                  from event join freed on event_id = id
                """,
                key);
    }

    /** Takes it away, so that its stream goes on; empty when it is not parked. */
    Mono<Freed> drop(Key key) {
        return one(
                """
                with freed as (
                  delete from delivery
                   where event_id = :event and listener = :listener and parked_at is not null
                  returning event_id)
                select type, stream, (payload ->> 'customer')::uuid as customer_id, pg_notify('quittance_outbox', '')
                  from event join freed on event_id = id
                """,
                key);
    }

    private Mono<Freed> one(String sql, Key key) {
        return db.sql(sql)
                .bind("event", key.event())
                .bind("listener", key.listener())
                .map(Columns::new)
                .one()
                .map(
                        column ->
                                new Freed(
                                        column.text("type"),
                                        column.id("stream"),
                                        column.idOrNull("customer_id")));
    }

    private static ParkedDelivery delivery(Readable row) {
        var column = new Columns(row);
        return new ParkedDelivery(
                column.number("event_id"),
                column.text("type"),
                column.text("listener"),
                column.idOrNull("customer_id"),
                column.text("fault"),
                column.integer("attempts"),
                column.at("parked_at"),
                column.integer("waiting"));
    }
}
