package dev.quittance.collection;

import dev.quittance.payments.Decline;
import dev.quittance.platform.Columns;
import dev.quittance.platform.Ids;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The SQL of invoices that are charged by themselves. Leases go by the system clock. */
@Repository
class DueChargeRepository {
    private final DatabaseClient db;

    DueChargeRepository(DatabaseClient db) {
        this.db = db;
    }

    /**
     * Leaves a due charge behind with each of these invoices that is of subscriptions charged by
     * themselves alone, and to one method.
     */
    Mono<Void> leave(List<UUID> invoices) {
        return db.sql(
                        """
                        insert into due_charge (id, invoice_id, customer_id, state)
                        select n.id, i.id, i.customer_id, 'DUE'
                          from unnest(:ids::uuid[], :invoices::uuid[]) as n (id, invoice)
                          join invoice i on i.id = n.invoice and i.status = 'OPEN'
                          join customer c on c.id = i.customer_id and c.active
                         where (select count(distinct m.method_id) = 1 and bool_and(coalesce(m.auto_charge, false))
                                  from invoice_line l
                                  left join subscription_method m on m.subscription_id = l.subscription_id
                                 where l.invoice_id = i.id and l.subscription_id is not null)
                        """)
                .bind("ids", invoices.stream().map(_ -> Ids.next()).toArray(UUID[]::new))
                .bind("invoices", invoices.toArray(UUID[]::new))
                .then();
    }

    /** Those that nobody has in hand, those that wait longest first. */
    Flux<UUID> due(int most) {
        return db.sql(
                        """
                        select id
                          from due_charge
                         where state = 'DUE' and leased_until <= clock_timestamp()
                         order by leased_until
                         limit :most
                        """)
                .bind("most", most)
                .mapValue(UUID.class)
                .all();
    }

    Flux<DueCharge> of(Collection<UUID> invoices) {
        return db.sql(
                        """
                        select id, invoice_id, customer_id, state, payment_id, decline_code, reason, failed_first_on, retry_on
                          from due_charge
                         where invoice_id = any(:invoices)
                        """)
                .bind("invoices", invoices.toArray(UUID[]::new))
                .map(DueChargeRepository::dueCharge)
                .all();
    }

    /** Whose it is. */
    Mono<UUID> customer(UUID id) {
        return db.sql("select customer_id from due_charge where id = :id")
                .bind("id", id)
                .mapValue(UUID.class)
                .one();
    }

    /** Locks one that is still to be charged; empty if another worker was faster. */
    Mono<DueCharge> lock(UUID id) {
        return db.sql(
                        """
                        select id, invoice_id, customer_id, state, payment_id, decline_code, reason, failed_first_on, retry_on
                          from due_charge
                         where id = :id and state = 'DUE' and leased_until <= clock_timestamp()
                           for update
                        """)
                .bind("id", id)
                .map(DueChargeRepository::dueCharge)
                .one();
    }

    /**
     * The method that an invoice can be charged to now; empty if its customer is disabled, one of
     * its subscriptions is not charged by itself any more, or it failed before and none of them is
     * dunned any more.
     */
    Mono<UUID> method(UUID invoice) {
        return db.sql(
                        """
                        select min(m.method_id::text)::uuid as method
                          from invoice i
                          join customer c on c.id = i.customer_id and c.active
                          join invoice_line l on l.invoice_id = i.id and l.subscription_id is not null
                          join subscription s on s.id = l.subscription_id
                          left join subscription_method m on m.subscription_id = l.subscription_id
                         where i.id = :invoice
                        having bool_and(coalesce(m.auto_charge, false)) and count(distinct m.method_id) = 1
                           and (bool_or(s.collection = 'DUNNING')
                                or not exists (select 1 from due_charge d
                                                where d.invoice_id = :invoice and d.failed_first_on is not null))
                        """)
                .bind("invoice", invoice)
                .mapValue(UUID.class)
                .one();
    }

    /** A payment was begun for it, in the same transaction. */
    Mono<Void> charging(UUID id, UUID payment) {
        return db.sql(
                        """
                        update due_charge
                           set state = 'CHARGING', payment_id = :payment
                         where id = :id
                        """)
                .bind("id", id)
                .bind("payment", payment)
                .then();
    }

    /** Account credit has paid it. */
    Mono<Void> paid(UUID id) {
        return db.sql("update due_charge set state = 'PAID' where id = :id").bind("id", id).then();
    }

    /** What was just posted is paid with a payment that was begun before. */
    Mono<Void> paidBefore(UUID invoice, UUID payment) {
        return db.sql(
                        """
                        update due_charge
                           set state = 'PAID', payment_id = :payment
                         where invoice_id = :invoice and state = 'DUE'
                        """)
                .bind("invoice", invoice)
                .bind("payment", payment)
                .then();
    }

    Mono<Void> drop(UUID id, String reason) {
        return db.sql("update due_charge set state = 'DROPPED', reason = :reason where id = :id")
                .bind("id", id)
                .bind("reason", reason)
                .then();
    }

    /** Looks again after a while. */
    Mono<Void> later(UUID id, Duration pause) {
        return db.sql(
                        """
                        update due_charge
                           set leased_until = clock_timestamp() + :millis * interval '1 millisecond'
                         where id = :id
                        """)
                .bind("id", id)
                .bind("millis", pause.toMillis())
                .then();
    }

    /** The payment that was begun for it has come in. */
    Mono<Void> succeeded(UUID payment) {
        return db.sql(
                        """
                        update due_charge
                           set state = 'PAID'
                         where payment_id = :payment and state = 'CHARGING'
                        """)
                .bind("payment", payment)
                .then();
    }

    /**
     * The payment that was begun for it was declined; empty if that is known, or was for another.
     */
    Mono<DueCharge> failed(UUID payment, Decline decline) {
        return db.sql(
                        """
                        update due_charge
                           set state = 'FAILED', decline_code = :decline
                         where payment_id = :payment and state = 'CHARGING'
                        returning id, invoice_id, customer_id, state, payment_id, decline_code, reason, failed_first_on, retry_on
                        """)
                .bind("payment", payment)
                .bind("decline", decline.name())
                .map(DueChargeRepository::dueCharge)
                .one();
    }

    private static DueCharge dueCharge(Readable row) {
        var column = new Columns(row);
        return new DueCharge(
                column.id("id"),
                column.id("invoice_id"),
                column.id("customer_id"),
                column.choice("state", DueCharge.State.class),
                column.idOrNull("payment_id"),
                column.choiceOrNull("decline_code", Decline.class),
                column.textOrNull("reason"),
                column.dayOrNull("failed_first_on"),
                column.dayOrNull("retry_on"));
    }
}
