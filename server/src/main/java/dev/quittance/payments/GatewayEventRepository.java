package dev.quittance.payments;

import dev.quittance.platform.Columns;
import dev.quittance.platform.Ids;
import java.time.Duration;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The SQL of what gateways tell by themselves. Leases go by the system clock. */
@Repository
class GatewayEventRepository {
    private final DatabaseClient db;

    GatewayEventRepository(DatabaseClient db) {
        this.db = db;
    }

    /** Keeps what is told; false if it was told before. */
    Mono<Boolean> add(String gateway, String event, GatewayNews.Kind about, String reference) {
        return db.sql(
                        """
                        insert into gateway_event (id, gateway, event_ref, kind, object_ref, state, leased_until)
                        values (:id, :gateway, :event, :about, :reference, 'WAITING', clock_timestamp())
                            on conflict (gateway, event_ref) do nothing
                        """)
                .bind("id", Ids.next())
                .bind("gateway", gateway)
                .bind("event", event)
                .bind("about", about.name())
                .bind("reference", reference)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Takes some that nobody has in hand, those that wait longest first. */
    Flux<GatewayEvent> lease(int most, Duration length) {
        return db.sql(
                        """
                        update gateway_event e
                           set leased_until = clock_timestamp() + :millis * interval '1 millisecond', tries = tries + 1
                          from (select id
                                  from gateway_event
                                 where state = 'WAITING' and leased_until <= clock_timestamp()
                                 order by leased_until
                                 limit :most
                                   for update skip locked) due
                         where e.id = due.id
                        returning e.id, e.gateway, e.kind, e.object_ref, e.tries
                        """)
                .bind("most", most)
                .bind("millis", length.toMillis())
                .map(
                        row -> {
                            var column = new Columns(row);
                            return new GatewayEvent(
                                    column.id("id"),
                                    column.text("gateway"),
                                    column.choice("kind", GatewayNews.Kind.class),
                                    column.text("object_ref"),
                                    column.integer("tries"));
                        })
                .all();
    }

    Mono<Void> done(UUID id) {
        return db.sql("update gateway_event set state = 'DONE' where id = :id")
                .bind("id", id)
                .then();
    }

    /** It is not looked at again by itself. */
    Mono<Void> park(UUID id, String fault) {
        return db.sql(
                        """
                        update gateway_event
                           set state = 'PARKED', fault = left(:fault, 500), parked_at = clock_timestamp()
                         where id = :id
                        """)
                .bind("id", id)
                .bind("fault", fault)
                .then();
    }

    /** Lets another look be taken after {@code pause}. */
    Mono<Void> release(UUID id, Duration pause) {
        return db.sql(
                        """
                        update gateway_event
                           set leased_until = clock_timestamp() + :millis * interval '1 millisecond'
                         where id = :id
                        """)
                .bind("id", id)
                .bind("millis", pause.toMillis())
                .then();
    }

    /** Gateways repeat what they tell for days, not for months. */
    Mono<Void> forget(Duration age) {
        return db.sql(
                        """
                        delete from gateway_event
                         where state = 'DONE' and received_at < clock_timestamp() - :days * interval '1 day'
                        """)
                .bind("days", age.toDays())
                .then();
    }
}
