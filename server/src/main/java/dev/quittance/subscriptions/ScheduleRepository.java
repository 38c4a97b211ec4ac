package dev.quittance.subscriptions;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** What begins, ends or changes by itself on a day. */
@Repository
class ScheduleRepository {
    private static final String IN_ZONE =
            """
            select s.id
              from subscription s
              join customer c on c.id = s.customer_id
              cross join organization o
             where coalesce(c.time_zone, o.time_zone) = :zone
               and
            """;

    /** Some of them, held in the order of their customers. */
    private static final String HELD =
            """
             order by c.id, s.id
             limit :count
               for no key update of c, s
            """;

    private final DatabaseClient db;

    ScheduleRepository(DatabaseClient db) {
        this.db = db;
    }

    /** Future subscriptions whose day has come. */
    Flux<UUID> beginning(LocalDate day, ZoneId zone, int count) {
        return held(
                IN_ZONE + " s.phase = 'FUTURE' and s.started_on <= :day" + HELD, day, zone, count);
    }

    /** Subscriptions that are cancelled or expire by {@code day}. */
    Flux<UUID> ending(LocalDate day, ZoneId zone, int count) {
        return held(
                IN_ZONE
                        + " (s.cancels_on <= :day or s.expires_on <= :day) and s.ended_on is null"
                        + HELD,
                day,
                zone,
                count);
    }

    /** Paused subscriptions that are to be served again. */
    Flux<UUID> resuming(LocalDate day, ZoneId zone, int count) {
        return held(
                IN_ZONE + " s.phase = 'PAUSED' and s.resumes_on <= :day" + HELD, day, zone, count);
    }

    /** Subscriptions that are to be changed, but for those that end before. */
    Flux<UUID> changing(LocalDate day, ZoneId zone, int count) {
        return held(
                IN_ZONE
                        + " s.changes_on <= :day and s.ended_on is null and (s.cancels_on is null or s.cancels_on > s.changes_on)"
                        + HELD,
                day,
                zone,
                count);
    }

    /**
     * Subscriptions whose trial is over, but for those that are cancelled or changed then, and
     * those that are being charged for what follows; holds nothing.
     */
    Flux<UUID> trialsEnding(LocalDate day, ZoneId zone) {
        return bound(
                IN_ZONE
                        + " s.phase = 'TRIAL' and s.trial_ends_on <= :day and s.changes_on is null"
                        + " and not s.trial_charging"
                        + " and (s.cancels_on is null or s.cancels_on > s.trial_ends_on)"
                        + " order by c.id, s.id",
                day,
                zone);
    }

    /** Subscriptions that are to be paused by {@code day}; holds nothing. */
    Flux<UUID> pausing(LocalDate day, ZoneId zone) {
        return bound(IN_ZONE + " s.pauses_on <= :day order by c.id, s.id", day, zone);
    }

    private Flux<UUID> held(String sql, LocalDate day, ZoneId zone, int count) {
        return db.sql(sql)
                .bind("day", day)
                .bind("zone", zone.getId())
                .bind("count", count)
                .mapValue(UUID.class)
                .all();
    }

    private Flux<UUID> bound(String sql, LocalDate day, ZoneId zone) {
        return db.sql(sql).bind("day", day).bind("zone", zone.getId()).mapValue(UUID.class).all();
    }
}
