package dev.quittance.platform;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the outbox gave up on, for people to decide. */
@Component
public class ParkedDeliveries {
    private final DatabaseClient db;

    ParkedDeliveries(DatabaseClient db) {
        this.db = db;
    }

    /** The parked deliveries, oldest first, at most 100. */
    public Flux<ParkedDelivery> all() {
        return db.sql(
                        """
                        select event_id, listener, type, fault, attempts, parked_at
                          from delivery join event on event.id = event_id
                         where parked_at is not null
                         order by parked_at, event_id
                         limit 100
                        """)
                .map(
                        row -> {
                            var column = new Columns(row);
                            return new ParkedDelivery(
                                    column.number("event_id"),
                                    column.text("listener"),
                                    column.text("type"),
                                    column.text("fault"),
                                    column.integer("attempts"),
                                    column.at("parked_at"));
                        })
                .all();
    }

    /** Tries again from the beginning; false when it is no longer parked. */
    public Mono<Boolean> retry(long event, String listener) {
        return one(
                """
                update delivery set parked_at = null, attempts = 0, due_at = now()
                 where event_id = :event and listener = :listener and parked_at is not null
                """,
                event,
                listener);
    }

    /** Gives it up for good; false when it is no longer parked. */
    public Mono<Boolean> drop(long event, String listener) {
        return one(
                """
                delete from delivery
                 where event_id = :event and listener = :listener and parked_at is not null
                """,
                event,
                listener);
    }

    private Mono<Boolean> one(String sql, long event, String listener) {
        return db.sql(sql)
                .bind("event", event)
                .bind("listener", listener)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }
}
