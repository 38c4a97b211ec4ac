package dev.quittance.platform;

import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Removes what only served its time: idempotency keys after 30 days, heard events after 90. */
@Component
class Housekeeping implements DueWork {
    private final DatabaseClient db;

    Housekeeping(DatabaseClient db) {
        this.db = db;
    }

    @Override
    public String name() {
        return "housekeeping";
    }

    @Override
    public int floor() {
        return 0;
    }

    @Override
    public Mono<Void> run(LocalDate day, ZoneId zone) {
        var keys =
                db.sql(
                                """
                                delete from idempotency_key
                                 where added_at < now() - interval '30 days'
                                """)
                        .then();
        var events =
                db.sql(
                                """
                                delete from event
                                 where added_at < now() - interval '90 days'
                                   and not exists (select from delivery where event_id = event.id)
                                """)
                        .then();
        return keys.then(events);
    }
}
