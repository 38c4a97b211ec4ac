package dev.quittance.subscriptions;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** What begins or ends by itself on a day. */
@Repository
class ScheduleRepository {
    private final DatabaseClient db;

    ScheduleRepository(DatabaseClient db) {
        this.db = db;
    }

    /** Locks, in the order of their customers, some future subscriptions whose day has come. */
    Flux<UUID> beginning(LocalDate day, ZoneId zone, int count) {
        return db.sql(
                        """
                        select s.id
                          from subscription s
                          join customer c on c.id = s.customer_id
                          cross join organization o
                         where s.phase = 'FUTURE' and s.started_on <= :day
                           and coalesce(c.time_zone, o.time_zone) = :zone
                         order by c.id, s.id
                         limit :count
                           for no key update of c, s
                        """)
                .bind("day", day)
                .bind("zone", zone.getId())
                .bind("count", count)
                .mapValue(UUID.class)
                .all();
    }

    /** Locks, in the order of their customers, some subscriptions that end by {@code day}. */
    Flux<UUID> ending(LocalDate day, ZoneId zone, int count) {
        return db.sql(
                        """
                        select s.id
                          from subscription s
                          join customer c on c.id = s.customer_id
                          cross join organization o
                         where s.cancels_on <= :day and s.ended_on is null
                           and coalesce(c.time_zone, o.time_zone) = :zone
                         order by c.id, s.id
                         limit :count
                           for no key update of c, s
                        """)
                .bind("day", day)
                .bind("zone", zone.getId())
                .bind("count", count)
                .mapValue(UUID.class)
                .all();
    }
}
