package dev.quittance.payments.sandbox;

import dev.quittance.payments.RefundFailure;
import dev.quittance.payments.RefundOrder;
import dev.quittance.platform.Amounts;
import dev.quittance.platform.Columns;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the sandbox gateway remembers of refunds; each call is a transaction of its own. */
class SandboxRefundMemory {
    private final DatabaseClient db;
    private final TransactionalOperator own;

    SandboxRefundMemory(DatabaseClient db, ReactiveTransactionManager transactions) {
        this.db = db;
        this.own =
                TransactionalOperator.create(
                        transactions,
                        new DefaultTransactionDefinition(
                                TransactionDefinition.PROPAGATION_REQUIRES_NEW));
    }

    /** How a refund begins, and when one that is on its way arrives. */
    record Beginning(
            SandboxRefund.State state, @Nullable RefundFailure failure, Duration settlesAfter) {}

    /**
     * Remembers a refund under its key, unless there is one; answers the one under the key. More
     * than the charge has left is not refunded.
     */
    Mono<SandboxRefund> create(String id, RefundOrder order, Beginning beginning) {
        return own.transactional(
                lock(order.charge())
                        .then(Mono.defer(() -> byKey(order.key())))
                        .switchIfEmpty(
                                Mono.defer(
                                        () ->
                                                left(order)
                                                        .flatMap(
                                                                left ->
                                                                        insert(
                                                                                id,
                                                                                order,
                                                                                within(
                                                                                        left, order,
                                                                                        beginning)))
                                                        .then(
                                                                Mono.defer(
                                                                        () ->
                                                                                byKey(
                                                                                        order
                                                                                                .key()))))));
    }

    Mono<SandboxRefund> byKey(String key) {
        return db.sql(
                        """
                        select id, idempotency_key, charge_id, amount_minor, currency, state, failure
                          from sandbox_refund
                         where idempotency_key = :key
                        """)
                .bind("key", key)
                .map(SandboxRefundMemory::refund)
                .one();
    }

    /** The refund as it stands now: money that was on its way arrives when its time has come. */
    Mono<SandboxRefund> settled(String id) {
        return own.transactional(
                db.sql(
                                """
                                update sandbox_refund
                                   set state = 'SUCCEEDED'
                                 where id = :id and state = 'PENDING' and settles_at <= clock_timestamp()
                                """)
                        .bind("id", id)
                        .then()
                        .then(byId(id)));
    }

    /**
     * Those that were asked for since a business day, or in the last sixty real days if that is
     * longer: the business clock may be ahead.
     */
    Flux<SandboxRefund> since(LocalDate day) {
        return db.sql(
                        """
                        select id, idempotency_key, charge_id, amount_minor, currency, state, failure
                          from sandbox_refund
                         where created_at >= least(:day::date, current_date - 60)
                         order by created_at, id
                        """)
                .bind("day", day)
                .map(SandboxRefundMemory::refund)
                .all();
    }

    private Mono<SandboxRefund> byId(String id) {
        return db.sql(
                        """
                        select id, idempotency_key, charge_id, amount_minor, currency, state, failure
                          from sandbox_refund
                         where id = :id
                        """)
                .bind("id", id)
                .map(SandboxRefundMemory::refund)
                .one();
    }

    private Mono<Void> lock(String charge) {
        return db.sql("select id from sandbox_charge where id = :charge for update")
                .bind("charge", charge)
                .then();
    }

    private Mono<Long> left(RefundOrder order) {
        return db.sql(
                        """
                        select c.amount_minor - coalesce((select sum(r.amount_minor) from sandbox_refund r
                                                           where r.charge_id = c.id and r.state not in ('FAILED', 'RETURNED')), 0)::bigint
                                              - coalesce((select sum(d.amount_minor) from sandbox_dispute d
                                                           where d.charge_id = c.id and d.state <> 'WON'), 0)::bigint
                          from sandbox_charge c
                         where c.id = :charge and c.state = 'SUCCEEDED'
                        """)
                .bind("charge", order.charge())
                .mapValue(Long.class)
                .one()
                .defaultIfEmpty(0L);
    }

    private static Beginning within(long left, RefundOrder order, Beginning beginning) {
        return Amounts.minor(order.amount()) <= left
                ? beginning
                : new Beginning(
                        SandboxRefund.State.FAILED, RefundFailure.MORE_THAN_CHARGED, Duration.ZERO);
    }

    private Mono<Void> insert(String id, RefundOrder order, Beginning beginning) {
        var failure = beginning.failure();
        var insert =
                db.sql(
                                """
                                insert into sandbox_refund (id, idempotency_key, charge_id, amount_minor, currency, state, failure,
                                                            settles_at)
                                values (:id, :key, :charge, :amount, :currency, :state, :failure,
                                        clock_timestamp() + :settles * interval '1 millisecond')
                                """)
                        .bind("id", id)
                        .bind("key", order.key())
                        .bind("charge", order.charge())
                        .bind("amount", Amounts.minor(order.amount()))
                        .bind("currency", order.amount().getCurrencyUnit().getCode())
                        .bind("state", beginning.state().name())
                        .bind("settles", beginning.settlesAfter().toMillis());
        return (failure == null
                        ? insert.bindNull("failure", String.class)
                        : insert.bind("failure", failure.name()))
                .then();
    }

    private static SandboxRefund refund(Readable row) {
        var column = new Columns(row);
        return new SandboxRefund(
                column.text("id"),
                column.text("idempotency_key"),
                column.text("charge_id"),
                column.money("amount"),
                column.choice("state", SandboxRefund.State.class),
                column.choiceOrNull("failure", RefundFailure.class));
    }
}
