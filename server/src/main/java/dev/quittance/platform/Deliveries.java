package dev.quittance.platform;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The rows of the outbox. */
@Repository
class Deliveries {
    /** After so many tries a delivery waits for a person. */
    static final int TRIES = 10;

    static final String CHANNEL = "quittance_outbox";

    private final DatabaseClient db;

    Deliveries(DatabaseClient db) {
        this.db = db;
    }

    /** One event on its way to one listener. */
    record Delivery(long event, String listener, UUID stream, String payload) {}

    /** An event and who is to hear it. */
    record Told(Event event, List<String> listeners) {}

    /** Keeps events in their order, with a delivery for each listener, and wakes the workers. */
    Mono<Void> add(List<Told> told) {
        var to = told.stream().flatMap(one -> one.listeners().stream()).toArray(String[]::new);
        var from =
                java.util.stream.IntStream.range(0, told.size())
                        .boxed()
                        .flatMap(i -> told.get(i).listeners().stream().map(_ -> i + 1))
                        .toArray(Integer[]::new);
        return db.sql(
                        """
                        with told as (
                          select nextval((select pg_get_serial_sequence('event', 'id'))) as id, type, stream, payload, nth
                            from unnest(:types::text[], :streams::uuid[], :payloads::text[])
                                 with ordinality as t (type, stream, payload, nth)
                           order by nth),
                        added as (
                          insert into event (id, type, stream, payload) overriding system value
                          select id, type, stream, payload::jsonb from told
                          returning id),
                        waiting as (
                          insert into delivery (event_id, listener, stream)
                          select told.id, d.listener, told.stream
                            from unnest(:nths::int[], :listeners::text[]) as d (nth, listener)
                            join told on told.nth = d.nth)
                        select pg_notify('quittance_outbox', '') from (select count(*) from added) as done
                        """)
                .bind("types", texts(told, one -> one.event().getClass().getSimpleName()))
                .bind(
                        "streams",
                        told.stream().map(one -> one.event().stream()).toArray(UUID[]::new))
                .bind("payloads", texts(told, one -> JsonText.write(one.event())))
                .bind("nths", from)
                .bind("listeners", to)
                .then();
    }

    /** Takes deliveries that are due and first in their stream, and locks them. */
    Flux<Delivery> claim(int most) {
        return db.sql(
                        """
                        select d.event_id, d.listener, d.stream, e.payload::text as payload
                          from delivery d join event e on e.id = d.event_id
                         where d.parked_at is null
                           and d.due_at <= now()
                           and not exists (select from delivery earlier
                                            where earlier.listener = d.listener
                                              and earlier.stream = d.stream
                                              and earlier.event_id < d.event_id)
                         order by d.due_at, d.event_id
                         limit :most
                           for update of d skip locked
                        """)
                .bind("most", most)
                .map(Deliveries::delivery)
                .all();
    }

    /** Takes one delivery again, if it still waits and nobody else has it. */
    Mono<Delivery> claim(Delivery delivery) {
        return db.sql(
                        """
                        select d.event_id, d.listener, d.stream, e.payload::text as payload
                          from delivery d join event e on e.id = d.event_id
                         where d.event_id = :event and d.listener = :listener
                           for update of d skip locked
                        """)
                .bind("event", delivery.event())
                .bind("listener", delivery.listener())
                .map(Deliveries::delivery)
                .one();
    }

    /** Whether any delivery is due, be it in another worker's hands. */
    Mono<Boolean> anyDue() {
        return db.sql(
                        """
                        select exists (select
                          from delivery d
                         where d.parked_at is null
                           and d.due_at <= now()
                           and not exists (select from delivery earlier
                                            where earlier.listener = d.listener
                                              and earlier.stream = d.stream
                                              and earlier.event_id < d.event_id)) as due
                        """)
                .map(row -> new Columns(row).flag("due"))
                .one();
    }

    Mono<Void> done(List<Delivery> batch) {
        return db.sql(
                        """
                        delete from delivery d
                         using unnest(:events::bigint[], :listeners::text[]) as done (event_id, listener)
                         where d.event_id = done.event_id and d.listener = done.listener
                        """)
                .bind("events", batch.stream().map(Delivery::event).toArray(Long[]::new))
                .bind("listeners", batch.stream().map(Delivery::listener).toArray(String[]::new))
                .then();
    }

    /**
     * Notes a failed try: again after a while that doubles. Whether it was the last: parked now.
     */
    Mono<Boolean> failed(Delivery delivery, String fault) {
        return db.sql(
                        """
                        update delivery
                           set attempts = attempts + 1,
                               due_at = now() + least(power(2, attempts), 3600) * interval '1 second',
                               parked_at = case when attempts + 1 >= :tries then now() end,
                               fault = left(:fault, 500)
                         where event_id = :event and listener = :listener and parked_at is null
                        returning parked_at is not null as parked
                        """)
                .bind("tries", TRIES)
                .bind("fault", fault)
                .bind("event", delivery.event())
                .bind("listener", delivery.listener())
                .map(row -> new Columns(row).flag("parked"))
                .one();
    }

    private static Delivery delivery(Readable row) {
        var column = new Columns(row);
        return new Delivery(
                column.number("event_id"),
                column.text("listener"),
                column.id("stream"),
                column.text("payload"));
    }

    private static String[] texts(List<Told> told, java.util.function.Function<Told, String> text) {
        return told.stream().map(text).toArray(String[]::new);
    }
}
