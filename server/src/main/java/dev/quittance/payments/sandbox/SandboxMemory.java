package dev.quittance.payments.sandbox;

import dev.quittance.payments.ChargeOrder;
import dev.quittance.payments.Decline;
import dev.quittance.payments.sandbox.SandboxCharging.Taken;
import dev.quittance.platform.Amounts;
import dev.quittance.platform.Columns;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import reactor.core.publisher.Mono;

/**
 * What the sandbox gateway remembers. Each call is a transaction of its own, as with a system
 * outside: what it did stays done, whatever becomes of the caller.
 */
class SandboxMemory {
    private final DatabaseClient db;
    private final TransactionalOperator own;

    SandboxMemory(DatabaseClient db, ReactiveTransactionManager transactions) {
        this.db = db;
        this.own =
                TransactionalOperator.create(
                        transactions,
                        new DefaultTransactionDefinition(
                                TransactionDefinition.PROPAGATION_REQUIRES_NEW));
    }

    /** Remembers a charge under its key, unless there is one; answers the one under the key. */
    Mono<SandboxCharge> create(String id, ChargeOrder order, Taken taken, Money fee) {
        var insert =
                db.sql(
                                """
                                insert into sandbox_charge (id, idempotency_key, amount_minor, currency, card_token, method_id, keeps,
                                                            payer_present, description, state, fee_minor)
                                values (:id, :key, :amount, :currency, :card, :method, :keeps, :present, :description, 'CREATED', :fee)
                                on conflict (idempotency_key) do nothing
                                """)
                        .bind("id", id)
                        .bind("key", order.key())
                        .bind("amount", Amounts.minor(order.amount()))
                        .bind("currency", order.amount().getCurrencyUnit().getCode())
                        .bind("card", taken.cardToken())
                        .bind("keeps", taken.keeps())
                        .bind("present", taken.payerPresent())
                        .bind("fee", Amounts.minor(fee))
                        .bind("description", order.description());
        var method = taken.method();
        return own.transactional(
                (method == null
                                ? insert.bindNull("method", String.class)
                                : insert.bind("method", method))
                        .then()
                        .then(byKey(order.key())));
    }

    Mono<SandboxCharge> byKey(String key) {
        return db.sql(
                        """
                        select id, amount_minor, fee_minor, currency, card_token, method_id, keeps, payer_present,
                               description, state, decline
                          from sandbox_charge
                         where idempotency_key = :key
                        """)
                .bind("key", key)
                .map(SandboxMemory::charge)
                .one();
    }

    Mono<SandboxCharge> byId(String id) {
        return db.sql(
                        """
                        select id, amount_minor, fee_minor, currency, card_token, method_id, keeps, payer_present,
                               description, state, decline
                          from sandbox_charge
                         where id = :id
                        """)
                .bind("id", id)
                .map(SandboxMemory::charge)
                .one();
    }

    /** Confirms a charge that was not yet; one that was stays as it is. */
    Mono<SandboxCharge> confirm(
            String id, SandboxCharge.State next, @Nullable Decline decline, Duration settlesAfter) {
        var update =
                db.sql(
                                """
                                update sandbox_charge
                                   set state = :next, decline = :decline, confirmed_at = clock_timestamp(),
                                       settles_at = clock_timestamp() + :settles * interval '1 millisecond'
                                 where id = :id and state = 'CREATED'
                                """)
                        .bind("id", id)
                        .bind("next", next.name())
                        .bind("settles", settlesAfter.toMillis());
        return own.transactional(
                (decline == null
                                ? update.bindNull("decline", String.class)
                                : update.bind("decline", decline.name()))
                        .then()
                        .then(byId(id)));
    }

    /** The charge as it stands now: money that was on its way arrives when its time has come. */
    Mono<SandboxCharge> settled(String id) {
        return own.transactional(
                db.sql(
                                """
                                update sandbox_charge
                                   set state = 'SUCCEEDED'
                                 where id = :id and state = 'PROCESSING' and settles_at <= clock_timestamp()
                                """)
                        .bind("id", id)
                        .then()
                        .then(byId(id)));
    }

    /** The payer's answer at the bank; counts only once and only while the bank waits for it. */
    Mono<SandboxCharge> decide(String id, boolean confirmed) {
        return own.transactional(
                db.sql(
                                """
                                update sandbox_charge
                                   set state = case when :confirmed then 'SUCCEEDED' else 'DECLINED' end,
                                       decline = case when :confirmed then null else :decline end
                                 where id = :id and state = 'REQUIRES_ACTION'
                                """)
                        .bind("id", id)
                        .bind("confirmed", confirmed)
                        .bind("decline", Decline.CONFIRMATION_REFUSED.name())
                        .then()
                        .then(byId(id)));
    }

    /** Declines a charge that was not confirmed yet; one that was stays as it is. */
    Mono<SandboxCharge> decline(String id, Decline decline) {
        return confirm(id, SandboxCharge.State.DECLINED, decline, Duration.ZERO);
    }

    /** Gives up a charge that took no money and is not about to. */
    Mono<SandboxCharge> abandon(String id) {
        return own.transactional(
                db.sql(
                                """
                                update sandbox_charge
                                   set state = 'DECLINED', decline = :decline
                                 where id = :id and state in ('CREATED', 'REQUIRES_ACTION')
                                """)
                        .bind("id", id)
                        .bind("decline", Decline.NOT_CONFIRMED.name())
                        .then()
                        .then(byId(id)));
    }

    private static SandboxCharge charge(Readable row) {
        var column = new Columns(row);
        var decline = column.textOrNull("decline");
        return new SandboxCharge(
                column.text("id"),
                column.money("amount"),
                column.money("fee"),
                column.text("card_token"),
                column.textOrNull("method_id"),
                column.flag("keeps"),
                column.flag("payer_present"),
                column.text("description"),
                column.choice("state", SandboxCharge.State.class),
                decline == null ? null : Decline.valueOf(decline));
    }
}
