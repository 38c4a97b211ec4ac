package dev.quittance.payments.sandbox;

import dev.quittance.platform.Columns;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import reactor.core.publisher.Mono;

/** The cards that the sandbox gateway remembers. Each call is a transaction of its own. */
class SandboxMethodMemory {
    private final DatabaseClient db;
    private final TransactionalOperator own;

    SandboxMethodMemory(DatabaseClient db, ReactiveTransactionManager transactions) {
        this.db = db;
        this.own =
                TransactionalOperator.create(
                        transactions,
                        new DefaultTransactionDefinition(
                                TransactionDefinition.PROPAGATION_REQUIRES_NEW));
    }

    /** Remembers a card under its key, unless there is one; answers the one under the key. */
    Mono<SandboxMethod> add(String key, SandboxMethod method) {
        var insert =
                db.sql(
                                """
                                insert into sandbox_method (id, idempotency_key, card_token, state, expires_on)
                                values (:id, :key, :card, :state, :expires)
                                on conflict (idempotency_key) do nothing
                                """)
                        .bind("id", method.id())
                        .bind("key", key)
                        .bind("card", method.cardToken())
                        .bind("state", method.state().name());
        var expires = method.expiresOn();
        return own.transactional(
                (expires == null
                                ? insert.bindNull("expires", LocalDate.class)
                                : insert.bind("expires", expires))
                        .then()
                        .then(byKey(key)));
    }

    Mono<SandboxMethod> byId(String id) {
        return db.sql(
                        """
                        select id, card_token, state, expires_on
                          from sandbox_method
                         where id = :id
                        """)
                .bind("id", id)
                .map(SandboxMethodMemory::method)
                .one();
    }

    Mono<SandboxMethod> decide(String id, SandboxMethod.State next) {
        return own.transactional(
                db.sql(
                                """
                                update sandbox_method
                                   set state = :next
                                 where id = :id and state = 'REQUIRES_ACTION'
                                """)
                        .bind("id", id)
                        .bind("next", next.name())
                        .then()
                        .then(byId(id)));
    }

    Mono<Void> forget(String id) {
        return own.transactional(
                db.sql("update sandbox_method set state = 'FORGOTTEN' where id = :id")
                        .bind("id", id)
                        .then());
    }

    private Mono<SandboxMethod> byKey(String key) {
        return db.sql(
                        """
                        select id, card_token, state, expires_on
                          from sandbox_method
                         where idempotency_key = :key
                        """)
                .bind("key", key)
                .map(SandboxMethodMemory::method)
                .one();
    }

    private static SandboxMethod method(Readable row) {
        var column = new Columns(row);
        return new SandboxMethod(
                column.text("id"),
                column.text("card_token"),
                column.choice("state", SandboxMethod.State.class),
                column.dayOrNull("expires_on"));
    }
}
