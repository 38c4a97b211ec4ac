package dev.quittance.methods;

import dev.quittance.platform.Columns;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** The SQL of warnings that methods expire. */
@Repository
class ExpiryRepository {
    /** How long before its last day a method is warned of; and how long after it at most. */
    private static final int DAYS = 30;

    private final DatabaseClient db;

    ExpiryRepository(DatabaseClient db) {
        this.db = db;
    }

    /**
     * Notes that methods are warned of which have not been, and whose last day is near on {@code
     * day}. Neither those of disabled customers, nor those that nothing relies on.
     */
    Flux<MethodExpiring> warn(LocalDate day, ZoneId zone, int most) {
        return db.sql(
                        """
                        insert into expiry_warning (method_id, expires_on, warned_on)
                        select m.id, m.expires_on, :day
                          from payment_method m
                          join customer c on c.id = m.customer_id and c.active
                         cross join organization o
                         where m.removed_at is null
                           and m.expires_on between :day::date - :days and :day::date + :days
                           and coalesce(c.time_zone, o.time_zone) = :zone
                           and (m.is_default
                                or exists (select from subscription_method s
                                             join subscription t on t.id = s.subscription_id
                                            where s.method_id = m.id and s.auto_charge and t.ended_on is null))
                           and not exists (select from expiry_warning w
                                            where w.method_id = m.id and w.expires_on = m.expires_on)
                         order by m.id
                         limit :most
                        on conflict do nothing
                        returning method_id, expires_on,
                                  (select customer_id from payment_method p where p.id = method_id) as customer_id
                        """)
                .bind("day", day)
                .bind("days", DAYS)
                .bind("zone", zone.getId())
                .bind("most", most)
                .map(
                        row -> {
                            var column = new Columns(row);
                            return new MethodExpiring(
                                    column.id("method_id"),
                                    column.id("customer_id"),
                                    column.day("expires_on"));
                        })
                .all();
    }
}
