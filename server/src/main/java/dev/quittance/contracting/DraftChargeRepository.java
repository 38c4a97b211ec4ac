package dev.quittance.contracting;

import dev.quittance.contracting.DraftCharge.Asked;
import dev.quittance.contracting.StepKeeping.Kept;
import dev.quittance.platform.Amounts;
import dev.quittance.platform.Caller;
import dev.quittance.platform.Columns;
import dev.quittance.platform.Given;
import dev.quittance.platform.JsonText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The SQL of charges against drafts. */
@Repository
class DraftChargeRepository {
    private final DatabaseClient db;

    DraftChargeRepository(DatabaseClient db) {
        this.db = db;
    }

    /** A payment under way, and the subscription it decides about. */
    record UnderWay(UUID subscription, UUID payment) {}

    Mono<Void> add(DraftCharge charge) {
        var insert =
                db.sql(
                                """
                        insert into draft_charge (id, customer_id, subscription_id, act, currency, total_minor, payment_id,
                                                  asks_payer, state, asked_on, wish, asked_by, shown, asked_at)
                        values (:id, :customer, :subscription, :act, :currency, :total, :payment, :asks, 'CHARGING',
                                :askedOn::date, :wish::text, :askedBy::text, :shown::text, :askedAt::timestamptz)
                        """)
                        .bind("id", charge.id())
                        .bind("customer", charge.customer())
                        .bind("subscription", charge.subscription())
                        .bind("act", charge.act().name())
                        .bind("currency", charge.total().getCurrencyUnit().getCode())
                        .bind("total", Amounts.minor(charge.total()))
                        .bind("payment", charge.payment())
                        .bind("asks", charge.asksPayer());
        return asked(insert, charge.asked()).then();
    }

    /** Holds the one that {@code payment} was begun for; empty unless it is under way. */
    Mono<DraftCharge> lock(UUID payment) {
        return db.sql(
                        """
                        select id, customer_id, subscription_id, act, currency, total_minor, payment_id, asks_payer,
                               asked_on, wish, asked_by, shown, asked_at
                          from draft_charge
                         where payment_id = :payment and state = 'CHARGING'
                           for update
                        """)
                .bind("payment", payment)
                .map(
                        row -> {
                            var column = new Columns(row);
                            return new DraftCharge(
                                    column.id("id"),
                                    column.id("customer_id"),
                                    column.id("subscription_id"),
                                    column.choice("act", DraftCharge.Act.class),
                                    column.money("total"),
                                    column.id("payment_id"),
                                    column.flag("asks_payer"),
                                    asked(column));
                        })
                .one();
    }

    /** Whose money it waits for; empty unless it is under way. */
    Mono<UUID> customer(UUID payment) {
        return db.sql(
                        "select customer_id from draft_charge where payment_id = :payment and state = 'CHARGING'")
                .bind("payment", payment)
                .mapValue(UUID.class)
                .one();
    }

    /**
     * @param credit in minor units, what was credited beside it
     */
    Mono<Void> posted(UUID id, UUID invoice, long credit) {
        return db.sql(
                        """
                        update draft_charge set state = 'POSTED', invoice_id = :invoice, credit_minor = :credit
                         where id = :id
                        """)
                .bind("id", id)
                .bind("invoice", invoice)
                .bind("credit", credit)
                .then();
    }

    /** What came of the act that {@code payment} was begun for; empty unless it was carried out. */
    Mono<Kept> carriedOut(UUID payment) {
        return db.sql(
                        """
                        select subscription_id, currency, credit_minor, invoice_id
                          from draft_charge
                         where payment_id = :payment and state = 'POSTED'
                        """)
                .bind("payment", payment)
                .map(
                        row -> {
                            var column = new Columns(row);
                            return new Kept(
                                    column.id("subscription_id"),
                                    column.money("credit"),
                                    column.id("invoice_id"),
                                    null);
                        })
                .one();
    }

    /** Drops acts whose payments have come to nothing, so that another can be tried at once. */
    Mono<Void> dropFailed(UUID subscription) {
        return db.sql(
                        """
                        update draft_charge d
                           set state = 'DROPPED', reason = p.decline_reason
                          from payment p
                         where d.subscription_id = :subscription and d.state = 'CHARGING' and d.act <> 'TRIAL_END'
                           and p.id = d.payment_id and p.status = 'DECLINED'
                        """)
                .bind("subscription", subscription)
                .then();
    }

    /**
     * @param reason in words
     */
    Mono<Void> drop(UUID id, String reason) {
        return db.sql("update draft_charge set state = 'DROPPED', reason = :reason where id = :id")
                .bind("id", id)
                .bind("reason", reason)
                .then();
    }

    /** The payments under way that these subscriptions wait for. */
    Flux<UnderWay> underWay(Collection<UUID> subscriptions) {
        return db.sql(
                        """
                        select d.subscription_id as subscription, d.payment_id as payment
                          from draft_charge d
                          join payment p on p.id = d.payment_id and p.status in ('PROCESSING', 'REQUIRES_ACTION')
                         where d.subscription_id = any(:subscriptions) and d.state = 'CHARGING'
                        """)
                .bind("subscriptions", subscriptions.toArray(UUID[]::new))
                .mapProperties(UnderWay.class)
                .all();
    }

    private static GenericExecuteSpec asked(GenericExecuteSpec insert, @Nullable Asked asked) {
        return asked == null
                ? insert.bindNull("askedOn", LocalDate.class)
                        .bindNull("wish", String.class)
                        .bindNull("askedBy", String.class)
                        .bindNull("shown", String.class)
                        .bindNull("askedAt", Instant.class)
                : insert.bind("askedOn", asked.on())
                        .bind("wish", asked.wish())
                        .bind("askedBy", JsonText.write(asked.by()))
                        .bind("shown", asked.shown())
                        .bind("askedAt", Given.sql(asked.at(), Instant.class));
    }

    private static @Nullable Asked asked(Columns column) {
        var on = column.dayOrNull("asked_on");
        return on == null
                ? null
                : new Asked(
                        on,
                        column.text("wish"),
                        JsonText.read(column.text("asked_by"), Caller.class),
                        column.text("shown"),
                        column.atOrNull("asked_at"));
    }
}
