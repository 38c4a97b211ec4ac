package dev.quittance.platform;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Does an act once for each key: whoever asks again with the same key and input gets the first
 * answer, whoever asks at the same time waits for it, and another input is refused.
 */
@Component
public class Idempotency {
    private static final int LONGEST_KEY = 200;

    private final DatabaseClient db;
    private final TransactionalOperator transaction;

    Idempotency(DatabaseClient db, TransactionalOperator transaction) {
        this.db = db;
        this.transaction = transaction;
    }

    /**
     * Acts in the caller's transaction, or in one of its own. An act that throws leaves no trace of
     * its key. What the act answers is kept as JSON, so it must be a record that reads back.
     *
     * @param outcome what the act answers, or the sealed interface of it
     */
    public <T> Mono<T> once(
            String mutation, String key, Object input, Class<T> outcome, Supplier<Mono<T>> act) {
        if (key.isBlank() || key.length() > LONGEST_KEY || Texts.hidden(key, false)) {
            return Mono.error(
                    new Refused(
                            InvalidInput.of(
                                    "idempotencyKey",
                                    "must have between 1 and %d characters"
                                            .formatted(LONGEST_KEY))));
        }
        return Caller.current()
                .map(caller -> new Asked(actor(caller), mutation, key, hash(input)))
                .flatMap(asked -> once(asked, outcome, act))
                .as(transaction::transactional);
    }

    private record Asked(String actor, String mutation, String key, byte[] hash) {}

    private record Kept(byte[] hash, String type, String outcome) {}

    private <T> Mono<T> once(Asked asked, Class<T> outcome, Supplier<Mono<T>> act) {
        return claim(asked)
                .flatMap(
                        first ->
                                first
                                        ? act.get().flatMap(answer -> keep(asked, answer))
                                        : kept(asked).map(kept -> again(asked, kept, outcome)));
    }

    /** Whether this is the first; waits while another transaction holds the same key. */
    private Mono<Boolean> claim(Asked asked) {
        return db.sql(
                        """
                        insert into idempotency_key (actor, mutation, key, input_hash)
                        values (:actor, :mutation, :key, :hash)
                        on conflict do nothing
                        """)
                .bind("actor", asked.actor())
                .bind("mutation", asked.mutation())
                .bind("key", asked.key())
                .bind("hash", asked.hash())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private <T> Mono<T> keep(Asked asked, T answer) {
        return db.sql(
                        """
                        update idempotency_key set type = :type, outcome = :outcome::jsonb
                         where actor = :actor and mutation = :mutation and key = :key
                        """)
                .bind("actor", asked.actor())
                .bind("mutation", asked.mutation())
                .bind("key", asked.key())
                .bind("type", ((Object) answer).getClass().getName())
                .bind("outcome", JsonText.write(answer))
                .then()
                .thenReturn(answer);
    }

    private Mono<Kept> kept(Asked asked) {
        return db.sql(
                        """
                        select input_hash, type, outcome::text as outcome
                          from idempotency_key
                         where actor = :actor and mutation = :mutation and key = :key
                        """)
                .bind("actor", asked.actor())
                .bind("mutation", asked.mutation())
                .bind("key", asked.key())
                .map(
                        row -> {
                            var column = new Columns(row);
                            return new Kept(
                                    column.bytes("input_hash"),
                                    column.text("type"),
                                    column.text("outcome"));
                        })
                .one();
    }

    private static <T> T again(Asked asked, Kept kept, Class<T> outcome) {
        if (!Arrays.equals(asked.hash(), kept.hash())) {
            throw new Refused(new KeyReused());
        }
        try {
            var type = Class.forName(kept.type()).asSubclass(outcome);
            return JsonText.read(kept.outcome(), type);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String actor(Caller caller) {
        return caller.kind() + " " + Objects.requireNonNullElse(caller.id(), "-");
    }

    private static byte[] hash(Object input) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(JsonText.bytes(input));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
