package dev.quittance.disputes;

import dev.quittance.platform.Columns;
import dev.quittance.platform.Given;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The SQL of what gateways have still to be told. Leases go by the system clock. */
@Repository
class ResponseRepository {
    private final DatabaseClient db;

    ResponseRepository(DatabaseClient db) {
        this.db = db;
    }

    /** Something to be told, in a worker's hands. */
    record Told(
            UUID dispute,
            String gateway,
            String reference,
            DisputeResponse response,
            @Nullable String evidence,
            int tries) {}

    /** Notes what staff says, to be told to the gateway at once. */
    Mono<Void> keep(UUID id, DisputeResponse response, @Nullable String evidence, LocalDate on) {
        return db.sql(
                        """
                        update dispute
                           set response = :response, evidence = :evidence, responded_on = :on,
                               sending = true, leased_until = clock_timestamp()
                         where id = :id
                        """)
                .bind("id", id)
                .bind("response", response.name())
                .bind("evidence", Given.sql(evidence, String.class))
                .bind("on", on)
                .then();
    }

    /** Takes one into a worker's hands; empty if it is told or another has it. */
    Mono<Told> lease(UUID id, Duration length) {
        return db.sql(
                        """
                        update dispute
                           set leased_until = clock_timestamp() + :millis * interval '1 millisecond', tries = tries + 1
                         where id = :id and sending and leased_until <= clock_timestamp()
                        returning id, gateway, gateway_ref, response, evidence, tries
                        """)
                .bind("id", id)
                .bind("millis", length.toMillis())
                .map(ResponseRepository::row)
                .one();
    }

    Mono<Void> release(UUID id, Duration pause) {
        return db.sql(
                        """
                        update dispute
                           set leased_until = clock_timestamp() + :millis * interval '1 millisecond'
                         where id = :id and sending
                        """)
                .bind("id", id)
                .bind("millis", pause.toMillis())
                .then();
    }

    /** The gateway heard it, and the dispute stands as it did. */
    Mono<Void> told(UUID id) {
        return db.sql(
                        "update dispute set sending = false, leased_until = 'infinity' where id = :id")
                .bind("id", id)
                .then();
    }

    /** Those that nobody has in hand, those that wait longest first. */
    Flux<UUID> due(int most) {
        return db.sql(
                        """
                        select id
                          from dispute
                         where sending and leased_until <= clock_timestamp()
                         order by leased_until
                         limit :most
                        """)
                .bind("most", most)
                .mapValue(UUID.class)
                .all();
    }

    private static Told row(Readable row) {
        var column = new Columns(row);
        return new Told(
                column.id("id"),
                column.text("gateway"),
                column.text("gateway_ref"),
                column.choice("response", DisputeResponse.class),
                column.textOrNull("evidence"),
                column.integer("tries"));
    }
}
