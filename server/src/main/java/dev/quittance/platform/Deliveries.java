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
}
