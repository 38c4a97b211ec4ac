package dev.quittance.methods;

import dev.quittance.platform.Columns;
import java.util.Collection;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The SQL of which subscription is paid with which method. */
@Repository
class SubscriptionMethodRepository {
    private final DatabaseClient db;

    SubscriptionMethodRepository(DatabaseClient db) {
        this.db = db;
    }

    Flux<SubscriptionMethod> of(Collection<UUID> subscriptions) {
        return db.sql(
                        """
                        select subscription_id, method_id, auto_charge
                          from subscription_method
                         where subscription_id = any(:subscriptions)
                        """)
                .bind("subscriptions", subscriptions.toArray(UUID[]::new))
                .map(
                        row -> {
                            var column = new Columns(row);
                            return new SubscriptionMethod(
                                    column.id("subscription_id"),
                                    column.id("method_id"),
                                    column.flag("auto_charge"));
                        })
                .all();
    }

    /** What these methods pay, as far as it is not over. */
    Flux<SubscriptionMethod> paidWith(Collection<UUID> methods) {
        return db.sql(
                        """
                        select m.subscription_id, m.method_id, m.auto_charge
                          from subscription_method m
                          join subscription s on s.id = m.subscription_id
                         where m.method_id = any(:methods) and s.ended_on is null
                         order by s.number
                        """)
                .bind("methods", methods.toArray(UUID[]::new))
                .map(
                        row -> {
                            var column = new Columns(row);
                            return new SubscriptionMethod(
                                    column.id("subscription_id"),
                                    column.id("method_id"),
                                    column.flag("auto_charge"));
                        })
                .all();
    }

    /** From now on {@code method} pays these subscriptions; whether by itself stays as it is. */
    Mono<Void> pay(Collection<UUID> subscriptions, UUID customer, UUID method) {
        return db.sql(
                        """
                        insert into subscription_method (subscription_id, customer_id, method_id)
                        select id, customer_id, :method
                          from subscription
                         where id = any(:subscriptions) and customer_id = :customer
                            on conflict (subscription_id) do update set method_id = excluded.method_id
                        """)
                .bind("subscriptions", subscriptions.toArray(UUID[]::new))
                .bind("customer", customer)
                .bind("method", method)
                .then();
    }

    /** What one method paid is paid with another. */
    Mono<Void> move(UUID from, UUID to) {
        return db.sql("update subscription_method set method_id = :to where method_id = :from")
                .bind("from", from)
                .bind("to", to)
                .then();
    }

    Mono<Void> release(UUID method) {
        return db.sql("delete from subscription_method where method_id = :method")
                .bind("method", method)
                .then();
    }

    Mono<Void> autoCharge(UUID subscription, boolean on) {
        return db.sql(
                        """
                        update subscription_method
                           set auto_charge = :on
                         where subscription_id = :subscription
                        """)
                .bind("subscription", subscription)
                .bind("on", on)
                .then();
    }

    /** The subscriptions that a payment was meant for, as far as they are not over. */
    Flux<UUID> ofPayment(UUID payment) {
        return db.sql(
                        """
                        select distinct l.subscription_id
                          from payment_target t
                          join invoice_line l on l.invoice_id = t.invoice_id
                          join subscription s on s.id = l.subscription_id
                         where t.payment_id = :payment and s.ended_on is null
                        """)
                .bind("payment", payment)
                .mapValue(UUID.class)
                .all();
    }
}
