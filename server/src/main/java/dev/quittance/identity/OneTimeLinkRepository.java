package dev.quittance.identity;

import dev.quittance.platform.Columns;
import io.r2dbc.spi.Readable;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class OneTimeLinkRepository {
    /** Whose link it is, and for which application. */
    record Found(UUID login, App app, String email) {}

    private final DatabaseClient db;

    OneTimeLinkRepository(DatabaseClient db) {
        this.db = db;
    }

    /** Keeps a link; an older one of the same purpose ends. */
    Mono<Void> keep(UUID login, Purpose purpose, byte[] tokenHash) {
        return db.sql(
                        """
                        insert into one_time_link (login_id, purpose, token_hash, expires_at)
                        values (:login, :purpose, :tokenHash, now() + make_interval(secs => :seconds))
                        on conflict (login_id, purpose) do update
                           set token_hash = excluded.token_hash,
                               expires_at = excluded.expires_at
                        """)
                .bind("login", login)
                .bind("purpose", purpose.name())
                .bind("tokenHash", tokenHash)
                .bind("seconds", (double) purpose.validFor().toSeconds())
                .then();
    }

    Mono<Found> find(byte[] tokenHash) {
        return db.sql(
                        """
                        select login.id, login.app, login.email
                          from one_time_link
                          join login on login.id = one_time_link.login_id
                         where token_hash = :tokenHash
                           and expires_at > now()
                           and status <> 'DISABLED'
                        """)
                .bind("tokenHash", tokenHash)
                .map(OneTimeLinkRepository::found)
                .one();
    }

    /** Takes the link away; false for the second who tries. */
    Mono<Boolean> use(byte[] tokenHash) {
        return db.sql(
                        """
                        delete from one_time_link
                         where token_hash = :tokenHash
                           and expires_at > now()
                        """)
                .bind("tokenHash", tokenHash)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    Mono<Void> endAll(UUID login) {
        return db.sql("delete from one_time_link where login_id = :login")
                .bind("login", login)
                .then();
    }

    private static Found found(Readable row) {
        var column = new Columns(row);
        return new Found(column.id("id"), column.choice("app", App.class), column.text("email"));
    }
}
