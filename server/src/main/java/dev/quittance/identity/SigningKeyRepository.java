package dev.quittance.identity;

import dev.quittance.platform.Columns;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class SigningKeyRepository {
    /** A key as it is kept. */
    record Kept(
            UUID id,
            String publicJwk,
            byte[] sealedJwk,
            Instant createdAt,
            @Nullable Instant retiredAt) {}

    private final DatabaseClient db;

    SigningKeyRepository(DatabaseClient db) {
        this.db = db;
    }

    /** The key in use and those whose tokens may still live, the one in use first. */
    Flux<Kept> verifying(Duration afterRetirement) {
        return db.sql(
                        """
                        select id, public_jwk, sealed_jwk, created_at, retired_at
                          from signing_key
                         where retired_at is null
                            or retired_at > now() - make_interval(secs => :seconds)
                         order by retired_at desc nulls first
                        """)
                .bind("seconds", (double) afterRetirement.toSeconds())
                .map(SigningKeyRepository::kept)
                .all();
    }

    /** Retires the key in use; those that no token can name any more go. */
    Mono<Void> retire() {
        return db.sql("delete from signing_key where retired_at < now() - interval '90 days'")
                .then()
                .then(
                        db.sql("update signing_key set retired_at = now() where retired_at is null")
                                .then());
    }

    /** Puts a key to use, unless another server was quicker. */
    Mono<Void> add(UUID id, String publicJwk, byte[] sealedJwk) {
        return db.sql(
                        """
                        insert into signing_key (id, public_jwk, sealed_jwk)
                        values (:id, :publicJwk, :sealedJwk)
                        on conflict ((true)) where retired_at is null do nothing
                        """)
                .bind("id", id)
                .bind("publicJwk", publicJwk)
                .bind("sealedJwk", sealedJwk)
                .then();
    }

    private static Kept kept(Readable row) {
        var column = new Columns(row);
        return new Kept(
                column.id("id"),
                column.text("public_jwk"),
                column.bytes("sealed_jwk"),
                column.at("created_at"),
                column.atOrNull("retired_at"));
    }
}
