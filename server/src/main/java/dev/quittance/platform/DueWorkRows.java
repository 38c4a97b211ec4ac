package dev.quittance.platform;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** How far each due work is done, by zone. */
@Repository
class DueWorkRows {
    private final DatabaseClient db;

    DueWorkRows(DatabaseClient db) {
        this.db = db;
    }

    /** Sees to it that each work has its row; a new one starts with the day after {@code done}. */
    Mono<Void> ensure(ZoneId zone, Collection<String> names, LocalDate done) {
        return db.sql(
                        """
                        insert into due_work (zone, name, done_through)
                        select :zone, name, :done from unnest(:names::text[]) as name
                        on conflict do nothing
                        """)
                .bind("zone", zone.getId())
                .bind("done", done)
                .bind("names", names.toArray(String[]::new))
                .then();
    }

    /** Locks the zone's rows; fewer come back when another server is at work. */
    Mono<Map<String, LocalDate>> lock(ZoneId zone, Collection<String> names) {
        return db.sql(
                        """
                        select name, done_through
                          from due_work
                         where zone = :zone and name = any(:names)
                         order by name
                           for update skip locked
                        """)
                .bind("zone", zone.getId())
                .bind("names", names.toArray(String[]::new))
                .map(Columns::new)
                .all()
                .map(column -> Map.entry(column.text("name"), column.day("done_through")))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    Mono<Void> done(ZoneId zone, String name, LocalDate through) {
        return db.sql(
                        """
                        update due_work set done_through = :through
                         where zone = :zone and name = :name
                        """)
                .bind("through", through)
                .bind("zone", zone.getId())
                .bind("name", name)
                .then();
    }
}
