package dev.quittance.collection;

import dev.quittance.payments.Decline;
import dev.quittance.payments.DeclineKind;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The SQL of invoices whose charge failed. */
@Repository
class DunningRepository {
    private static final String[] HARD =
            Arrays.stream(Decline.values())
                    .filter(decline -> decline.kind() == DeclineKind.HARD)
                    .map(Decline::name)
                    .toArray(String[]::new);

    /** Only while one of its subscriptions is dunned. */
    static final String DUNNED =
            """
             exists (select 1
                       from invoice_line l
                       join subscription s on s.id = l.subscription_id and s.collection = 'DUNNING'
                      where l.invoice_id = d.invoice_id)
            """;

    private static final String OVER =
            """
            select d.invoice_id
              from due_charge d
              join invoice i on i.id = d.invoice_id and i.status = 'OPEN'
              join customer c on c.id = d.customer_id
             cross join organization o
             cross join lateral
            """
                    + DunningRuleRepository.OF_INVOICE
                    + """
             rule
             where d.state in ('DUE', 'FAILED') and not d.paused and d.failed_first_on < :day
               and d.failed_first_on + coalesce(rule.retry_days[cardinality(rule.retry_days)], 0) < :day and
            """
                    + DUNNED;

    private final DatabaseClient db;

    DunningRepository(DatabaseClient db) {
        this.db = db;
    }

    /** Counts a decline, and says when the first one was: {@code today} if this is it. */
    Mono<LocalDate> failedFirst(UUID dueCharge, LocalDate today) {
        return db.sql(
                        """
                        update due_charge
                           set failed_first_on = coalesce(failed_first_on, :today), tries = tries + 1
                         where id = :id
                        returning failed_first_on
                        """)
                .bind("id", dueCharge)
                .bind("today", today)
                .mapValue(LocalDate.class)
                .one();
    }

    Mono<Void> retryOn(UUID dueCharge, @Nullable LocalDate day) {
        var update =
                db.sql("update due_charge set retry_on = :day where id = :id")
                        .bind("id", dueCharge);
        return (day == null ? update.bindNull("day", LocalDate.class) : update.bind("day", day))
                .then();
    }

    /** Whose a charged invoice is. */
    Mono<UUID> customer(UUID invoice) {
        return db.sql("select customer_id from due_charge where invoice_id = :invoice")
                .bind("invoice", invoice)
                .mapValue(UUID.class)
                .one();
    }

    /** The subscriptions that an invoice is for. */
    Flux<UUID> subscriptions(UUID invoice) {
        return db.sql(
                        """
                        select distinct subscription_id
                          from invoice_line
                         where invoice_id = :invoice and subscription_id is not null
                        """)
                .bind("invoice", invoice)
                .mapValue(UUID.class)
                .all();
    }

    /**
     * Lets what is to be tried again by {@code day} be charged; what is no longer dunned is not.
     * Says how many there are.
     */
    Mono<Long> retry(LocalDate day, ZoneId zone) {
        return db.sql(
                        """
                        update due_charge d
                           set state = 'DUE', decline_code = null, retry_on = null, leased_until = clock_timestamp()
                          from customer c
                         cross join organization o
                         where c.id = d.customer_id and coalesce(c.time_zone, o.time_zone) = :zone
                           and d.state = 'FAILED' and d.retry_on <= :day and not d.paused and
                        """
                                + DUNNED)
                .bind("day", day)
                .bind("zone", zone.getId())
                .fetch()
                .rowsUpdated();
    }

    /** Lets what waits for another method than the one that failed for good be charged at once. */
    Mono<Void> retryWith(UUID method) {
        return db.sql(
                        """
                        update due_charge d
                           set state = 'DUE', decline_code = null, retry_on = null, leased_until = clock_timestamp()
                         where d.state = 'FAILED' and d.decline_code = any(:hard) and not d.paused
                           and exists (select 1
                                         from invoice_line l
                                         join subscription_method m on m.subscription_id = l.subscription_id
                                        where l.invoice_id = d.invoice_id and m.method_id = :method)
                           and
                        """
                                + DUNNED)
                .bind("hard", HARD)
                .bind("method", method)
                .then();
    }

    /** Invoices whose last try has passed by {@code day} and that are dunned still. */
    Flux<UUID> over(LocalDate day, ZoneId zone) {
        return db.sql(
                        OVER
                                + " and coalesce(c.time_zone, o.time_zone) = :zone order by d.customer_id, d.id")
                .bind("day", day)
                .bind("zone", zone.getId())
                .mapValue(UUID.class)
                .all();
    }

    /** Whether that is so of an invoice whose customer is locked. */
    Mono<Boolean> isOver(UUID invoice, LocalDate day) {
        return db.sql(OVER + " and d.invoice_id = :invoice")
                .bind("day", day)
                .bind("invoice", invoice)
                .mapValue(UUID.class)
                .one()
                .hasElement();
    }

    /** Notes that an invoice was given up, and what was done with its subscriptions. */
    Mono<Void> ended(UUID invoice, LocalDate on, FinalAction action) {
        return db.sql(
                        """
                        insert into dunning_end (subscription_id, invoice_id, ended_on, action)
                        select distinct l.subscription_id, l.invoice_id, :on::date, :action
                          from invoice_line l
                         where l.invoice_id = :invoice and l.subscription_id is not null
                            on conflict do nothing
                        """)
                .bind("invoice", invoice)
                .bind("on", on)
                .bind("action", action.name())
                .then();
    }

    /** Whether a subscription was ended on that day because an invoice was not paid. */
    Mono<Boolean> endedBy(UUID subscription, LocalDate on) {
        return db.sql(
                        """
                        select exists (select from dunning_end
                                        where subscription_id = :subscription and ended_on = :on and action = 'CANCEL') as ended
                        """)
                .bind("subscription", subscription)
                .bind("on", on)
                .mapValue(Boolean.class)
                .one();
    }

    /** An invoice is never tried again. */
    Mono<Void> dropInvoice(UUID invoice, String reason) {
        return db.sql(
                        """
                        update due_charge
                           set state = 'DROPPED', reason = :reason, decline_code = null, retry_on = null
                         where invoice_id = :invoice and state in ('DUE', 'FAILED')
                        """)
                .bind("invoice", invoice)
                .bind("reason", reason)
                .then();
    }

    /** Whether a subscription has an invoice that failed and is not settled. */
    Mono<Boolean> owes(UUID subscription) {
        return db.sql(
                        """
                        select exists (select 1
                                         from due_charge d
                                         join invoice i on i.id = d.invoice_id and i.status = 'OPEN'
                                         join invoice_line l on l.invoice_id = i.id
                                        where l.subscription_id = :subscription and d.failed_first_on is not null
                                          and d.state <> 'DROPPED') as owes
                        """)
                .bind("subscription", subscription)
                .mapValue(Boolean.class)
                .one();
    }

    /** A try whose day has passed without it is made no more. */
    Mono<Void> withdraw(UUID invoice) {
        return db.sql(
                        """
                        update due_charge d
                           set state = 'FAILED', decline_code = p.decline_code
                          from payment p
                         where d.invoice_id = :invoice and d.state = 'DUE' and p.id = d.payment_id
                           and p.decline_code is not null
                        """)
                .bind("invoice", invoice)
                .then();
    }

    /** What failed of a subscription is never tried again. */
    Mono<Void> drop(UUID subscription) {
        return db.sql(
                        """
                        update due_charge d
                           set state = 'DROPPED', reason = 'Auto-charge was switched off.', decline_code = null, retry_on = null
                         where d.state = 'FAILED'
                           and exists (select 1 from invoice_line l
                                        where l.invoice_id = d.invoice_id and l.subscription_id = :subscription)
                        """)
                .bind("subscription", subscription)
                .then();
    }
}
