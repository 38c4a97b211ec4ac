package dev.quittance.identity;

import dev.quittance.platform.Columns;
import dev.quittance.platform.Permission;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class ApiClientRepository {
    /** A client and what proves that it is the one. */
    record Credentials(ApiClient client, byte[] secretHash, Instant secretSetAt) {}

    private final DatabaseClient db;

    ApiClientRepository(DatabaseClient db) {
        this.db = db;
    }

    Flux<ApiClient> all() {
        return db.sql(
                        """
                        select id, client_id, name, scopes, customer_id, enabled, created_at, last_token_at
                          from api_client
                         order by lower(name), id
                        """)
                .map(ApiClientRepository::client)
                .all();
    }

    Mono<ApiClient> findForUpdate(UUID id) {
        return db.sql(
                        """
                        select id, client_id, name, scopes, customer_id, enabled, created_at, last_token_at
                          from api_client
                         where id = :id
                           for update
                        """)
                .bind("id", id)
                .map(ApiClientRepository::client)
                .one();
    }

    Mono<Credentials> find(String clientId) {
        return db.sql(
                        """
                        select id, client_id, name, scopes, customer_id, enabled, created_at, last_token_at,
                               secret_hash, secret_set_at
                          from api_client
                         where client_id = :clientId
                        """)
                .bind("clientId", clientId)
                .map(ApiClientRepository::credentials)
                .one();
    }

    Mono<Void> add(
            UUID id,
            String clientId,
            String name,
            byte[] secretHash,
            List<Permission> scopes,
            @Nullable UUID customer) {
        var insert =
                db.sql(
                                """
                                insert into api_client (id, client_id, name, secret_hash, scopes, customer_id)
                                values (:id, :clientId, :name, :secretHash, :scopes, :customer)
                                """)
                        .bind("id", id)
                        .bind("clientId", clientId)
                        .bind("name", name)
                        .bind("secretHash", secretHash)
                        .bind("scopes", scopes.stream().map(Enum::name).toArray(String[]::new));
        var bound =
                customer == null
                        ? insert.bindNull("customer", UUID.class)
                        : insert.bind("customer", customer);
        return bound.then();
    }

    Mono<Void> setSecret(UUID id, byte[] secretHash) {
        return db.sql(
                        """
                        update api_client
                           set secret_hash = :secretHash,
                               secret_set_at = now()
                         where id = :id
                        """)
                .bind("id", id)
                .bind("secretHash", secretHash)
                .then();
    }

    Mono<Void> setEnabled(UUID id, boolean enabled) {
        return db.sql("update api_client set enabled = :enabled where id = :id")
                .bind("id", id)
                .bind("enabled", enabled)
                .then();
    }

    Mono<Void> noteToken(UUID id) {
        return db.sql("update api_client set last_token_at = now() where id = :id")
                .bind("id", id)
                .then();
    }

    private static Credentials credentials(Readable row) {
        var column = new Columns(row);
        return new Credentials(
                client(row), column.bytes("secret_hash"), column.at("secret_set_at"));
    }

    private static ApiClient client(Readable row) {
        var column = new Columns(row);
        var scopes = Objects.requireNonNull(row.get("scopes", String[].class), "scopes");
        return new ApiClient(
                column.id("id"),
                column.text("client_id"),
                column.text("name"),
                Arrays.stream(scopes).map(Permission::valueOf).toList(),
                column.idOrNull("customer_id"),
                column.flag("enabled"),
                column.at("created_at"),
                column.atOrNull("last_token_at"));
    }
}
