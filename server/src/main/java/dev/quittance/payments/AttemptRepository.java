package dev.quittance.payments;

import dev.quittance.payments.ChargeSource.EnteredCard;
import dev.quittance.payments.ChargeSource.KeptMethod;
import dev.quittance.payments.PaymentAttempt.State;
import dev.quittance.platform.Amounts;
import dev.quittance.platform.Columns;
import dev.quittance.platform.JsonText;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The SQL of charges that gateways are asked for. Leases go by the system clock. */
@Repository
class AttemptRepository {
    private final DatabaseClient db;

    AttemptRepository(DatabaseClient db) {
        this.db = db;
    }

    Mono<Void> add(UUID id, UUID payment, String gateway, ChargeSource source) {
        var insert =
                db.sql(
                                """
                                insert into payment_attempt (id, payment_id, gateway, idempotency_key, card_token, keep, method_ref,
                                                             payer_present, state, leased_until)
                                values (:id, :payment, :gateway, :key, :card, :keep, :method, :present, 'PLANNED', clock_timestamp())
                                """)
                        .bind("id", id)
                        .bind("payment", payment)
                        .bind("gateway", gateway)
                        .bind("key", "payment-" + id);
        return (switch (source) {
                    case EnteredCard(var token, var keep) ->
                            insert.bind("card", token)
                                    .bind("keep", keep)
                                    .bindNull("method", String.class)
                                    .bind("present", true);
                    case KeptMethod(var reference, var present) ->
                            insert.bindNull("card", String.class)
                                    .bind("keep", false)
                                    .bind("method", reference)
                                    .bind("present", present);
                })
                .then();
    }

    /** Takes a payment's unfinished attempt into a worker's hands; empty if another has it. */
    Mono<PaymentAttempt> lease(UUID payment, Duration length) {
        return db.sql(
                        """
                        update payment_attempt a
                           set leased_until = clock_timestamp() + :millis * interval '1 millisecond',
                               tries = tries + 1
                          from payment p
                         where a.payment_id = :payment and p.id = a.payment_id
                           and a.leased_until <= clock_timestamp()
                           and a.state in ('PLANNED', 'CALLING', 'REQUIRES_ACTION', 'PROCESSING')
                        returning a.id, a.payment_id, a.gateway, a.idempotency_key, a.card_token, a.keep, a.method_ref,
                                  a.payer_present, a.gateway_ref,
                                  a.action_url, a.state, a.tries, a.created_at,
                                  p.customer_id, p.amount_minor, p.currency,
                                  coalesce((select string_agg(i.number, ', ' order by t.position)
                                              from payment_target t join invoice i on i.id = t.invoice_id
                                             where t.payment_id = p.id and t.position < 3), 'Account deposit') as description
                        """)
                .bind("payment", payment)
                .bind("millis", length.toMillis())
                .map(AttemptRepository::attempt)
                .one();
    }

    /** The payments whose attempts nobody has in hand, those that wait longest first. */
    Flux<UUID> due(int most) {
        return db.sql(
                        """
                        select payment_id
                          from payment_attempt
                         where leased_until <= clock_timestamp()
                           and state in ('PLANNED', 'CALLING', 'REQUIRES_ACTION', 'PROCESSING')
                         order by leased_until
                         limit :most
                        """)
                .bind("most", most)
                .mapValue(UUID.class)
                .all();
    }

    /**
     * Whether any charge waits for its first answer; one that a gateway left without is tried
     * again.
     */
    Mono<Boolean> unanswered() {
        return db.sql(
                        """
                        select exists (select from payment_attempt where state in ('PLANNED', 'CALLING') and tries < 2)
                        """)
                .mapValue(Boolean.class)
                .one();
    }

    /** The gateway knows the charge: from here on money may move. */
    Mono<Void> created(UUID id, String reference) {
        return db.sql(
                        """
                        update payment_attempt
                           set state = 'CALLING', gateway_ref = :reference
                         where id = :id and state = 'PLANNED'
                        """)
                .bind("id", id)
                .bind("reference", reference)
                .then();
    }

    /** Locks an attempt that has no outcome yet; empty if another worker was faster. */
    Mono<State> lockUnfinished(UUID id) {
        return db.sql(
                        """
                        select state
                          from payment_attempt
                         where id = :id and state in ('PLANNED', 'CALLING', 'REQUIRES_ACTION', 'PROCESSING')
                           for update
                        """)
                .bind("id", id)
                .mapValue(String.class)
                .one()
                .map(State::valueOf);
    }

    /** Notes how far it has come and when to look again. */
    Mono<Void> move(UUID id, State state, @Nullable String actionUrl, Duration nextLook) {
        var update =
                db.sql(
                                """
                                update payment_attempt
                                   set state = :state, action_url = :url,
                                       leased_until = clock_timestamp() + :millis * interval '1 millisecond'
                                 where id = :id
                                """)
                        .bind("id", id)
                        .bind("state", state.name())
                        .bind("millis", nextLook.toMillis());
        return (actionUrl == null
                        ? update.bindNull("url", String.class)
                        : update.bind("url", actionUrl))
                .then();
    }

    /** The money is ours, but for what the gateway keeps; it may remember the card. */
    Mono<Void> succeed(UUID id, Money fee, @Nullable RememberedMethod kept) {
        var update =
                db.sql(
                                """
                                update payment_attempt
                                   set state = 'SUCCEEDED', action_url = null, fee_minor = :fee, kept = :kept::jsonb,
                                       leased_until = 'infinity'
                                 where id = :id
                                """)
                        .bind("id", id)
                        .bind("fee", Amounts.minor(fee));
        return (kept == null
                        ? update.bindNull("kept", String.class)
                        : update.bind("kept", JsonText.write(kept)))
                .then();
    }

    /** What a gateway remembers since a payment; empty if nothing. */
    Mono<KeptCard> kept(UUID payment) {
        return db.sql(
                        """
                        select gateway, kept
                          from payment_attempt
                         where payment_id = :payment and kept is not null
                        """)
                .bind("payment", payment)
                .map(
                        row -> {
                            var column = new Columns(row);
                            return new KeptCard(
                                    column.text("gateway"),
                                    column.json("kept", RememberedMethod.class));
                        })
                .one();
    }

    /** Lets another try be made after {@code pause}, without a change of state. */
    Mono<Void> release(UUID id, Duration pause) {
        return db.sql(
                        """
                        update payment_attempt
                           set leased_until = clock_timestamp() + :millis * interval '1 millisecond'
                         where id = :id
                        """)
                .bind("id", id)
                .bind("millis", pause.toMillis())
                .then();
    }

    /** Look at once at a charge that waits. */
    Mono<Void> wake(UUID payment) {
        return db.sql(
                        """
                        update payment_attempt
                           set leased_until = clock_timestamp()
                         where payment_id = :payment and state in ('REQUIRES_ACTION', 'PROCESSING')
                        """)
                .bind("payment", payment)
                .then();
    }

    /** The payment that a gateway's charge belongs to. */
    Mono<UUID> byReference(String gateway, String reference) {
        return db.sql(
                        """
                        select payment_id
                          from payment_attempt
                         where gateway = :gateway and gateway_ref = :reference
                        """)
                .bind("gateway", gateway)
                .bind("reference", reference)
                .mapValue(UUID.class)
                .one();
    }

    Mono<ChargeProgress> progress(UUID payment) {
        return db.sql(
                        """
                        select state, action_url
                          from payment_attempt
                         where payment_id = :payment
                        """)
                .bind("payment", payment)
                .map(
                        row -> {
                            var column = new Columns(row);
                            return new ChargeProgress(
                                    column.choice("state", State.class),
                                    column.textOrNull("action_url"));
                        })
                .one();
    }

    private static PaymentAttempt attempt(Readable row) {
        var column = new Columns(row);
        return new PaymentAttempt(
                column.id("id"),
                column.id("payment_id"),
                column.id("customer_id"),
                new ChargeOrder(
                        column.text("idempotency_key"),
                        column.id("customer_id"),
                        column.at("created_at"),
                        column.money("amount"),
                        source(column),
                        column.text("description")),
                column.text("gateway"),
                column.textOrNull("gateway_ref"),
                column.textOrNull("action_url"),
                column.choice("state", State.class),
                column.integer("tries"),
                column.at("created_at"));
    }

    private static ChargeSource source(Columns column) {
        var method = column.textOrNull("method_ref");
        return method == null
                ? new EnteredCard(column.text("card_token"), column.flag("keep"))
                : new KeptMethod(method, column.flag("payer_present"));
    }
}
