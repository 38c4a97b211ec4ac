package dev.quittance.contracting;

import dev.quittance.platform.Amounts;
import dev.quittance.platform.Columns;
import java.util.Collection;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
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
        return db.sql(
                        """
                        insert into draft_charge (id, customer_id, subscription_id, act, currency, total_minor, payment_id,
                                                  asks_payer, state)
                        values (:id, :customer, :subscription, :act, :currency, :total, :payment, :asks, 'CHARGING')
                        """)
                .bind("id", charge.id())
                .bind("customer", charge.customer())
                .bind("subscription", charge.subscription())
                .bind("act", charge.act().name())
                .bind("currency", charge.total().getCurrencyUnit().getCode())
                .bind("total", Amounts.minor(charge.total()))
                .bind("payment", charge.payment())
                .bind("asks", charge.asksPayer())
                .then();
    }

    /** Holds the one that {@code payment} was begun for; empty unless it is under way. */
    Mono<DraftCharge> lock(UUID payment) {
        return db.sql(
                        """
                        select id, customer_id, subscription_id, act, currency, total_minor, payment_id, asks_payer
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
                                    column.flag("asks_payer"));
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

    Mono<Void> posted(UUID id, UUID invoice) {
        return db.sql(
                        "update draft_charge set state = 'POSTED', invoice_id = :invoice where id = :id")
                .bind("id", id)
                .bind("invoice", invoice)
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
}
