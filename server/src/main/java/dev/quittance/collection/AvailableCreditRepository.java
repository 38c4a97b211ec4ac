package dev.quittance.collection;

import dev.quittance.platform.Columns;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** The SQL of account credit: how much there is, and what raised it. */
@Repository
class AvailableCreditRepository {
    /** As many documents are looked at, newest first, to say of what a credit consists. */
    private static final int MOST_SOURCES = 200;

    private final DatabaseClient db;

    /** The credit of a customer in one currency, and what of it is spoken for. */
    record Standing(
            UUID customer, CurrencyUnit currency, Money credit, Money promised, Money refunding) {}

    /** A document that raised a customer's credit. */
    record Raised(UUID customer, CurrencyUnit currency, CreditSource source) {}

    AvailableCreditRepository(DatabaseClient db) {
        this.db = db;
    }

    Flux<Standing> of(Collection<UUID> customers) {
        return db.sql(
                        """
                        select b.customer_id, b.currency, b.credit_minor, coalesce(p.minor, 0) as promised_minor,
                               coalesce(r.minor, 0) as refunding_minor
                          from balance b
                          left join lateral (
                               select sum(credit_minor)::bigint as minor
                                 from payment
                                where customer_id = b.customer_id and currency = b.currency
                                  and status in ('REQUIRES_ACTION', 'PROCESSING')) p on true
                          left join lateral (
                               select sum(amount_minor)::bigint as minor
                                 from refund
                                where customer_id = b.customer_id and currency = b.currency
                                  and status = 'PENDING') r on true
                         where b.customer_id = any(:customers)
                         order by b.customer_id, b.currency
                        """)
                .bind("customers", customers.toArray(UUID[]::new))
                .map(
                        row -> {
                            var column = new Columns(row);
                            return new Standing(
                                    column.id("customer_id"),
                                    CurrencyUnit.of(column.text("currency")),
                                    column.money("credit"),
                                    column.money("promised"),
                                    column.money("refunding"));
                        })
                .all();
    }

    /** What raised the credit of each of these customers, newest first. */
    Flux<Raised> raising(Collection<UUID> customers) {
        return db.sql(
                        """
                        select c.id as customer_id, s.currency, s.kind, s.document, s.number, s.on_day,
                               s.minor as amount_minor
                          from unnest(:customers::uuid[]) as c (id)
                         cross join lateral (
                           (select n.currency, 'CREDIT_NOTE' as kind, n.id as document, n.number, n.issued_on as on_day,
                                   n.total_minor - coalesce(a.minor, 0) as minor
                              from credit_note n
                              left join lateral (select sum(amount_minor)::bigint as minor
                                                   from allocation
                                                  where credit_note_id = n.id and undone_on is null) a on true
                             where n.customer_id = c.id and n.total_minor > coalesce(a.minor, 0)
                             order by n.issued_on desc, n.id desc
                             limit :most)
                           union all
                           (select p.currency, case when p.purpose = 'TOP_UP' then 'TOP_UP' else 'OVERPAYMENT' end, p.id, p.number,
                                   p.paid_on, p.amount_minor - p.disputed_minor - coalesce(a.minor, 0)
                              from payment p
                              left join lateral (select sum(amount_minor)::bigint as minor
                                                   from allocation
                                                  where payment_id = p.id and undone_on is null) a on true
                             where p.customer_id = c.id and p.status = 'SUCCEEDED' and p.amount_minor - p.disputed_minor > coalesce(a.minor, 0)
                             order by p.paid_on desc, p.id desc
                             limit :most)
                           union all
                           (select t.currency, 'OPENING_BALANCE', t.source_id, 'Opening balance', min(t.booked_on),
                                   sum(case when t.debit = 'OPENING' then t.amount_minor else -t.amount_minor end)::bigint
                              from transfer t
                             where t.customer_id = c.id and t.reason = 'OPENING_CREDIT'
                             group by t.currency, t.source_id
                            having sum(case when t.debit = 'OPENING' then t.amount_minor else -t.amount_minor end) > 0)
                           order by on_day desc, document desc) s
                        """)
                .bind("customers", customers.toArray(UUID[]::new))
                .bind("most", MOST_SOURCES)
                .map(AvailableCreditRepository::raised)
                .all();
    }

    private static Raised raised(Readable row) {
        var column = new Columns(row);
        var amount = column.money("amount");
        return new Raised(
                column.id("customer_id"),
                amount.getCurrencyUnit(),
                new CreditSource(
                        column.choice("kind", CreditSource.Kind.class),
                        column.id("document"),
                        column.text("number"),
                        column.day("on_day"),
                        amount,
                        Money.zero(amount.getCurrencyUnit())));
    }
}
