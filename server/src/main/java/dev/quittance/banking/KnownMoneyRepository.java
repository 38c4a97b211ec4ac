package dev.quittance.banking;

import dev.quittance.platform.Columns;
import java.util.Collection;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** Reads what the books know of the money of many entries at once. */
@Repository
class KnownMoneyRepository {
    private final DatabaseClient db;

    KnownMoneyRepository(DatabaseClient db) {
        this.db = db;
    }

    /** Money of an entry's amount. */
    record Found(UUID entry, KnownMoney money) {}

    Flux<Found> of(Collection<UUID> entries) {
        return Flux.concat(
                returned(entries), refunds(entries), recorded(entries), payouts(entries));
    }

    private Flux<Found> refunds(Collection<UUID> entries) {
        return db.sql(
                        """
                        select e.id as entry, r.id, r.customer_id, c.name
                          from bank_entry e
                         cross join lateral (
                               select id, customer_id from refund
                                where currency = e.currency and amount_minor = e.amount_minor
                                  and status = 'PENDING' and method <> 'CARD'
                                order by id limit 10) r
                          join customer c on c.id = r.customer_id
                         where e.id = any(:entries) and e.direction = 'DEBIT'
                        """)
                .bind("entries", entries.toArray(UUID[]::new))
                .map(
                        row -> {
                            var column = new Columns(row);
                            return new Found(
                                    column.id("entry"),
                                    new KnownMoney.WaitingRefund(
                                            column.id("id"),
                                            column.id("customer_id"),
                                            column.text("name")));
                        })
                .all();
    }

    private Flux<Found> returned(Collection<UUID> entries) {
        return db.sql(
                        """
                        select e.id as entry, b.payment_id, b.customer_id, b.booked_on,
                               coalesce(b.end_to_end_id = e.end_to_end_id, false) as same_id
                          from bank_entry e
                         cross join lateral (
                               select o.payment_id, o.booked_on, o.end_to_end_id, p.customer_id
                                 from bank_entry o join payment p on p.id = o.payment_id
                                where o.account = e.account and o.amount_minor = e.amount_minor and o.payment_id is not null
                                  and o.currency = e.currency and o.booked_on <= e.booked_on and p.status = 'SUCCEEDED'
                                  and (o.end_to_end_id = e.end_to_end_id or o.party_account = e.party_account
                                       or o.party_key = e.party_key)
                                order by o.booked_on desc limit 5) b
                         where e.id = any(:entries) and e.direction = 'DEBIT'
                        """)
                .bind("entries", entries.toArray(UUID[]::new))
                .map(
                        row -> {
                            var column = new Columns(row);
                            return new Found(
                                    column.id("entry"),
                                    new KnownMoney.BookedPayment(
                                            column.id("payment_id"),
                                            column.id("customer_id"),
                                            column.day("booked_on"),
                                            column.flag("same_id")));
                        })
                .all();
    }

    /** Confirmed by hand in the days around the entry; at most five. */
    private Flux<Found> recorded(Collection<UUID> entries) {
        return db.sql(
                        """
                        select e.id as entry, p.id, p.number, p.customer_id, p.name, p.paid_on,
                               exists (select 1 from bank_payer b
                                        where b.party_account = e.party_account and b.customer_id = p.customer_id) as by_account
                          from bank_entry e
                         cross join lateral (
                               select p.id, p.number, p.customer_id, c.name, p.paid_on
                                 from payment p join customer c on c.id = p.customer_id
                                where p.currency = e.currency and p.amount_minor = e.amount_minor
                                  and p.status = 'SUCCEEDED' and p.method <> 'CARD'
                                  and p.paid_on between e.booked_on - 14 and e.booked_on + 60
                                  and not exists (select 1 from bank_entry o where o.payment_id = p.id)
                                order by p.paid_on, p.id limit 5) p
                         where e.id = any(:entries) and e.direction = 'CREDIT'
                        """)
                .bind("entries", entries.toArray(UUID[]::new))
                .map(
                        row -> {
                            var column = new Columns(row);
                            return new Found(
                                    column.id("entry"),
                                    new KnownMoney.RecordedPayment(
                                            column.id("id"),
                                            column.text("number"),
                                            column.id("customer_id"),
                                            column.text("name"),
                                            column.day("paid_on"),
                                            column.flag("by_account")));
                        })
                .all();
    }

    /** Sent in the two weeks before the entry; at most five. */
    private Flux<Found> payouts(Collection<UUID> entries) {
        return db.sql(
                        """
                        select e.id as entry, o.id, o.gateway, o.gateway_ref, o.sent_on,
                               concat_ws(' ', e.party_name, e.remittance, e.reference, e.end_to_end_id)
                                 ilike any (array['%' || o.gateway || '%', '%' || o.gateway_ref || '%']) as named
                          from bank_entry e
                         cross join lateral (
                               select id, gateway, gateway_ref, sent_on from payout o
                                where currency = e.currency
                                  and amount_minor = case e.direction when 'CREDIT' then e.amount_minor else -e.amount_minor end
                                  and sent_on between e.booked_on - 14 and e.booked_on + 1
                                  and not exists (select 1 from bank_entry b where b.payout_id = o.id)
                                order by sent_on, id limit 5) o
                         where e.id = any(:entries)
                        """)
                .bind("entries", entries.toArray(UUID[]::new))
                .map(
                        row -> {
                            var column = new Columns(row);
                            return new Found(
                                    column.id("entry"),
                                    new KnownMoney.SentPayout(
                                            column.id("id"),
                                            column.text("gateway"),
                                            column.text("gateway_ref"),
                                            column.day("sent_on"),
                                            column.flag("named")));
                        })
                .all();
    }
}
