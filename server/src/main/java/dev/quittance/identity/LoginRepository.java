package dev.quittance.identity;

import dev.quittance.platform.Columns;
import io.r2dbc.spi.Readable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class LoginRepository {
    private final DatabaseClient db;

    LoginRepository(DatabaseClient db) {
        this.db = db;
    }

    Mono<Login> find(UUID id) {
        return db.sql(
                        """
                        select id, app, email, name, staff_role, status, last_sign_in_at
                          from login
                         where id = :id
                        """)
                .bind("id", id)
                .map(LoginRepository::login)
                .one();
    }

    Mono<Login> findForUpdate(UUID id) {
        return db.sql(
                        """
                        select id, app, email, name, staff_role, status, last_sign_in_at
                          from login
                         where id = :id
                           for update
                        """)
                .bind("id", id)
                .map(LoginRepository::login)
                .one();
    }

    Mono<Login> find(App app, String email) {
        return db.sql(
                        """
                        select id, app, email, name, staff_role, status, last_sign_in_at
                          from login
                         where app = :app
                           and email = :email
                        """)
                .bind("app", app.name())
                .bind("email", email)
                .map(LoginRepository::login)
                .one();
    }

    Flux<Login> staff() {
        return db.sql(
                        """
                        select id, app, email, name, staff_role, status, last_sign_in_at
                          from login
                         where app = 'CONSOLE'
                         order by lower(name), id
                        """)
                .map(LoginRepository::login)
                .all();
    }

    /** The owners who can sign in; locked, so that no two of them go at the same time. */
    Flux<UUID> lockOwners() {
        return db.sql(
                        """
                        select id
                          from login
                         where staff_role = 'OWNER'
                           and status = 'ACTIVE'
                         order by id
                           for update
                        """)
                .map(row -> new Columns(row).id("id"))
                .all();
    }

    Mono<Boolean> anyStaff() {
        return db.sql("select exists (select from login where app = 'CONSOLE') as found")
                .map(row -> new Columns(row).flag("found"))
                .one();
    }

    /** Adds an invited login; empty when the address has one already. */
    Mono<UUID> add(UUID id, App app, String email, String name, @Nullable StaffRole role) {
        var insert =
                db.sql(
                                """
                                insert into login (id, app, email, name, staff_role, status)
                                values (:id, :app, :email, :name, :role, 'INVITED')
                                on conflict (app, email) do nothing
                                returning id
                                """)
                        .bind("id", id)
                        .bind("app", app.name())
                        .bind("email", email)
                        .bind("name", name);
        var bound =
                role == null
                        ? insert.bindNull("role", String.class)
                        : insert.bind("role", role.name());
        return bound.map(row -> new Columns(row).id("id")).one();
    }

    Mono<Void> describe(UUID id, String name, StaffRole role) {
        return db.sql("update login set name = :name, staff_role = :role where id = :id")
                .bind("id", id)
                .bind("name", name)
                .bind("role", role.name())
                .then();
    }

    Mono<Void> disable(UUID id) {
        return db.sql("update login set status = 'DISABLED' where id = :id").bind("id", id).then();
    }

    /** Whoever never chose a password is invited again, everybody else can sign in at once. */
    Mono<Void> enable(UUID id) {
        return db.sql(
                        """
                        update login
                           set status = case when password_hash is null then 'INVITED' else 'ACTIVE' end
                         where id = :id
                        """)
                .bind("id", id)
                .then();
    }

    Mono<String> passwordHash(UUID id) {
        return db.sql(
                        """
                        select password_hash
                          from login
                         where id = :id
                           and password_hash is not null
                        """)
                .bind("id", id)
                .map(row -> new Columns(row).text("password_hash"))
                .one();
    }

    /** Keeps a password, and lets the person in unless they are disabled. */
    Mono<Void> setPassword(UUID id, String hash) {
        return db.sql(
                        """
                        update login
                           set password_hash = :hash,
                               password_changed_at = now(),
                               status = case status when 'INVITED' then 'ACTIVE' else status end
                         where id = :id
                        """)
                .bind("id", id)
                .bind("hash", hash)
                .then();
    }

    Mono<Void> noteSignIn(App app, String email) {
        return db.sql(
                        """
                        update login
                           set last_sign_in_at = now()
                         where app = :app
                           and email = :email
                        """)
                .bind("app", app.name())
                .bind("email", email)
                .then();
    }

    private static Login login(Readable row) {
        var column = new Columns(row);
        return new Login(
                column.id("id"),
                column.choice("app", App.class),
                column.text("email"),
                column.text("name"),
                column.choiceOrNull("staff_role", StaffRole.class),
                column.choice("status", PersonStatus.class),
                column.atOrNull("last_sign_in_at"));
    }
}
