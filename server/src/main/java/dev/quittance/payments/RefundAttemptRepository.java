package dev.quittance.payments;

import dev.quittance.platform.Columns;
import java.time.Duration;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The SQL of refunds that gateways are asked for. Leases go by the system clock. */
@Repository
class RefundAttemptRepository {
    private final DatabaseClient db;

    RefundAttemptRepository(DatabaseClient db) {
        this.db = db;
    }

    /** What a gateway sent, and whose it is. */
    record Sent(UUID attempt, UUID customer) {}

    /** Plans a refund at the gateway that took the money; an error if none did. */
    Mono<Void> add(UUID id, NewRefund refund) {
        return db.sql(
                        """
                        insert into refund_attempt (id, refund_id, gateway, charge_ref, idempotency_key, state, leased_until)
                        select :id, :refund, gateway, gateway_ref, :key, 'PLANNED', clock_timestamp()
                          from payment_attempt
                         where payment_id = :payment and state = 'SUCCEEDED'
                        """)
                .bind("id", id)
                .bind("refund", refund.id())
                .bind("key", "refund-" + id)
                .bind("payment", refund.payment().id())
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("not charged")))
                .then();
    }

    /** Takes a refund's unfinished attempt into a worker's hands; empty if another has it. */
    Mono<RefundAttempt> lease(UUID refund, Duration length) {
        return db.sql(
                        """
                        update refund_attempt a
                           set leased_until = clock_timestamp() + :millis * interval '1 millisecond',
                               tries = tries + 1
                          from refund r
                         where a.refund_id = :refund and r.id = a.refund_id
                           and a.leased_until <= clock_timestamp()
                           and a.state in ('PLANNED', 'PENDING')
                        returning a.id, a.refund_id, a.gateway, a.charge_ref, a.idempotency_key, a.gateway_ref, a.tries,
                                  r.customer_id, r.amount_minor, r.currency
                        """)
                .bind("refund", refund)
                .bind("millis", length.toMillis())
                .map(
                        row -> {
                            var column = new Columns(row);
                            return new RefundAttempt(
                                    column.id("id"),
                                    column.id("refund_id"),
                                    column.id("customer_id"),
                                    new RefundOrder(
                                            column.text("idempotency_key"),
                                            column.text("charge_ref"),
                                            column.money("amount")),
                                    column.text("gateway"),
                                    column.textOrNull("gateway_ref"),
                                    column.integer("tries"));
                        })
                .one();
    }

    /** The refunds whose attempts nobody has in hand, those that wait longest first. */
    Flux<UUID> due(int most) {
        return db.sql(
                        """
                        select refund_id
                          from refund_attempt
                         where leased_until <= clock_timestamp() and state in ('PLANNED', 'PENDING')
                         order by leased_until
                         limit :most
                        """)
                .bind("most", most)
                .mapValue(UUID.class)
                .all();
    }

    /** Locks an attempt that has no outcome yet; empty if another worker was faster. */
    Mono<UUID> lockUnfinished(UUID id) {
        return db.sql(
                        """
                        select id
                          from refund_attempt
                         where id = :id and state in ('PLANNED', 'PENDING')
                           for update
                        """)
                .bind("id", id)
                .mapValue(UUID.class)
                .one();
    }

    /** Notes how far it has come and when to look again. */
    Mono<Void> move(UUID id, RefundStatus state, String reference, Duration nextLook) {
        return db.sql(
                        """
                        update refund_attempt
                           set state = :state, gateway_ref = :reference,
                               leased_until = clock_timestamp() + :millis * interval '1 millisecond'
                         where id = :id
                        """)
                .bind("id", id)
                .bind("state", state.name())
                .bind("reference", reference)
                .bind("millis", nextLook.toMillis())
                .then();
    }

    /** Look at once at a refund that is on its way; the refund, or empty if it is not. */
    Mono<UUID> wake(String gateway, String reference) {
        return db.sql(
                        """
                        update refund_attempt
                           set leased_until = clock_timestamp()
                         where gateway = :gateway and gateway_ref = :reference and state = 'PENDING'
                        returning refund_id
                        """)
                .bind("gateway", gateway)
                .bind("reference", reference)
                .mapValue(UUID.class)
                .one();
    }

    /** A refund that succeeded, as the gateway knows it; empty if it did not. */
    Mono<Sent> sent(String gateway, String reference) {
        return db.sql(
                        """
                        select a.id, r.customer_id
                          from refund_attempt a
                          join refund r on r.id = a.refund_id
                         where a.gateway = :gateway and a.gateway_ref = :reference and a.state = 'SUCCEEDED'
                        """)
                .bind("gateway", gateway)
                .bind("reference", reference)
                .map(
                        row -> {
                            var column = new Columns(row);
                            return new Sent(column.id("id"), column.id("customer_id"));
                        })
                .one();
    }

    /** It came back; the refund, or empty if that is known. */
    Mono<UUID> comeBack(UUID id) {
        return db.sql(
                        """
                        update refund_attempt
                           set state = 'RETURNED'
                         where id = :id and state = 'SUCCEEDED'
                        returning refund_id
                        """)
                .bind("id", id)
                .mapValue(UUID.class)
                .one();
    }

    /** Whether the gateway has said anything about a refund. */
    Mono<Boolean> answered(UUID refund) {
        return db.sql(
                        "select state <> 'PLANNED' as answered from refund_attempt where refund_id = :refund")
                .bind("refund", refund)
                .mapValue(Boolean.class)
                .one();
    }

    /** Lets another try be made after {@code pause}, without a change of state. */
    Mono<Void> release(UUID id, Duration pause) {
        return db.sql(
                        """
                        update refund_attempt
                           set leased_until = clock_timestamp() + :millis * interval '1 millisecond'
                         where id = :id
                        """)
                .bind("id", id)
                .bind("millis", pause.toMillis())
                .then();
    }
}
