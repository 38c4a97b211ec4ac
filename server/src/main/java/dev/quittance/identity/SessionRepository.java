package dev.quittance.identity;

import dev.quittance.platform.Columns;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class SessionRepository {
    private final DatabaseClient db;

    SessionRepository(DatabaseClient db) {
        this.db = db;
    }

    /** Opens a session; one of the portal begins at the first customer the person may see. */
    Mono<UUID> open(UUID id, byte[] tokenHash, UUID login, Duration longest) {
        return db.sql(
                        """
                        insert into session (id, token_hash, login_id, customer_id, expires_at)
                        select :id, :tokenHash, login.id,
                               (select customer_id
                                  from portal_access
                                 where login_id = login.id
                                   and enabled
                                 order by customer_id
                                 limit 1),
                               now() + make_interval(secs => :longest)
                          from login
                         where login.id = :login
                           and login.status = 'ACTIVE'
                           and (login.staff_role is not null
                                or exists (select from portal_access where login_id = login.id and enabled))
                        returning id
                        """)
                .bind("id", id)
                .bind("tokenHash", tokenHash)
                .bind("login", login)
                .bind("longest", (double) longest.toSeconds())
                .map(row -> new Columns(row).id("id"))
                .one();
    }

    Mono<OpenSession> find(byte[] tokenHash) {
        return db.sql(
                        """
                        select id, login_id, app, name, customer_id, staff_role, contact_role, last_seen_at, expires_at
                          from open_session
                         where token_hash = :tokenHash
                        """)
                .bind("tokenHash", tokenHash)
                .map(SessionRepository::session)
                .one();
    }

    Mono<OpenSession> find(UUID id) {
        return db.sql(
                        """
                        select id, login_id, app, name, customer_id, staff_role, contact_role, last_seen_at, expires_at
                          from open_session
                         where id = :id
                        """)
                .bind("id", id)
                .map(SessionRepository::session)
                .one();
    }

    Mono<Void> touch(UUID id) {
        return db.sql("update session set last_seen_at = now() where id = :id")
                .bind("id", id)
                .then();
    }

    Mono<Long> end(UUID id) {
        return db.sql("update session set ended_at = now() where id = :id and ended_at is null")
                .bind("id", id)
                .fetch()
                .rowsUpdated();
    }

    /** Ends every session of a person but {@code keep}; says how many. */
    Mono<Long> endAll(UUID login, @Nullable UUID keep) {
        var update =
                db.sql(
                                """
                                update session
                                   set ended_at = now()
                                 where login_id = :login
                                   and ended_at is null
                                   and expires_at > now()
                                   and id is distinct from :keep
                                """)
                        .bind("login", login);
        var bound = keep == null ? update.bindNull("keep", UUID.class) : update.bind("keep", keep);
        return bound.fetch().rowsUpdated();
    }

    /** Lets a session see another customer of the same person; zero when it may not. */
    Mono<Long> switchCustomer(UUID id, UUID customer) {
        return db.sql(
                        """
                        update session
                           set customer_id = :customer
                         where id = :id
                           and exists (select
                                         from portal_access
                                        where login_id = session.login_id
                                          and customer_id = :customer
                                          and enabled)
                        """)
                .bind("id", id)
                .bind("customer", customer)
                .fetch()
                .rowsUpdated();
    }

    /** Removes sessions that are long over, some at a time. */
    Mono<Void> removeOld() {
        return db.sql(
                        """
                        delete from session
                         where id in (select id
                                        from session
                                       where expires_at < now() - interval '30 days'
                                       limit 100
                                         for update skip locked)
                        """)
                .then();
    }

    private static OpenSession session(Readable row) {
        var column = new Columns(row);
        return new OpenSession(
                column.id("id"),
                column.id("login_id"),
                column.choice("app", App.class),
                column.text("name"),
                column.idOrNull("customer_id"),
                column.choiceOrNull("staff_role", StaffRole.class),
                column.choiceOrNull("contact_role", ContactAccess.class),
                column.at("last_seen_at"),
                column.at("expires_at"));
    }
}
