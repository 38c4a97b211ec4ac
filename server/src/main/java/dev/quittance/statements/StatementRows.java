package dev.quittance.statements;

import dev.quittance.ledger.Booking;
import dev.quittance.ledger.SourceKind;
import dev.quittance.platform.Below.Row;
import dev.quittance.platform.Columns;
import dev.quittance.platform.Given;
import dev.quittance.platform.Page;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** The SQL of the rows of statements: by day, and within a day as they were booked. */
@Repository
class StatementRows {
    private static final int FETCHED = 1000;

    private final DatabaseClient db;

    StatementRows(DatabaseClient db) {
        this.db = db;
    }

    /** The page of rows of each of these customers, one more than wanted if there are others. */
    Flux<Row<StatementRow>> page(Collection<UUID> customers, StatementScope scope, Page page) {
        return read(customers, scope, page.day(0), page.text(1), page.first() + 1);
    }

    /** All rows of one customer, as they are read. */
    Flux<StatementRow> all(UUID customer, StatementScope scope) {
        return read(List.of(customer), scope, null, null, null).map(Row::row);
    }

    private Flux<Row<StatementRow>> read(
            Collection<UUID> customers,
            StatementScope scope,
            @Nullable LocalDate day,
            @Nullable String place,
            @Nullable Integer limit) {
        return db.sql(
                        """
                        with asked as (select customer_id from unnest(:customers::uuid[]) as a (customer_id)),
                        opening as (
                          select a.customer_id, coalesce(sum(%1$s), 0) as minor
                            from asked a
                            left join transfer t
                              on t.customer_id = a.customer_id and t.currency = :currency and t.booked_on < :from
                             and t.reason = any(:moving) and (:last::uuid is null or t.id <= :last)
                           group by a.customer_id),
                        listed as (
                          select t.customer_id, t.booked_on, t.source_kind, t.source_id, min(t.reason) as booking,
                                 min(t.id::text collate "C") as place, sum(%1$s) as minor
                            from asked a
                            join transfer t
                              on t.customer_id = a.customer_id and t.currency = :currency
                             and t.booked_on between :from and :to and t.reason = any(:moving)
                             and (:last::uuid is null or t.id <= :last)
                           group by t.customer_id, %2$s
                          having sum(%1$s) <> 0
                          union all
                          -- What comes to nothing is a document all the same.
                          select i.customer_id, i.issued_on, 'INVOICE', i.id, 'INVOICE_LINE', i.id::text collate "C", 0
                            from asked a join invoice i on i.customer_id = a.customer_id
                           where i.currency = :currency and i.total_minor = 0 and i.number is not null
                             and i.issued_on between :from and :to
                          union all
                          select n.customer_id, n.issued_on, n.kind, n.id, 'CREDIT_LINE', n.id::text collate "C", 0
                            from asked a join credit_note n on n.customer_id = a.customer_id
                           where n.currency = :currency and n.total_minor = 0 and n.issued_on between :from and :to),
                        counted as (
                          select l.*, (o.minor + sum(l.minor) over (partition by l.customer_id
                                                                       order by l.booked_on, l.place))::bigint as balance_minor
                            from listed l join opening o using (customer_id)),
                        wanted as (
                          select c.*, row_number() over (partition by c.customer_id order by c.booked_on, c.place) as nth
                            from counted c
                           where :day::date is null or (c.booked_on, c.place) > (:day, :place collate "C"))
                        select w.customer_id, w.booked_on, w.booking, w.source_kind, w.place, :currency::text as currency,
                               w.minor::bigint as amount_minor, w.balance_minor,
                               coalesce(i.number, n.number, p.number, r.number, wi.number) as number,
                               case when s.id is not null then s.number
                                    when n.id is not null then ni.number
                                    when r.id is not null then rp.number
                                    else coalesce(i.purchase_order, p.method_label) end as reference,
                               i.due_on, coalesce(p.value_on, r.value_on) as value_on,
                               coalesce(i.id, wi.id) as invoice_id, n.id as credit_note_id,
                               coalesce(p.id, r.payment_id) as payment_id,
                               (s.id is not null or coalesce(p.purpose, '') = 'TOP_UP') as special
                          from wanted w
                          left join invoice i on w.source_kind in ('INVOICE', 'OPENING') and i.id = w.source_id
                          left join invoice s on s.id = i.supplements_id
                          left join credit_note n on w.source_kind in ('CREDIT_NOTE', 'CANCELLATION') and n.id = w.source_id
                          left join invoice ni on ni.id = n.invoice_id
                          left join dispute d on w.source_kind = 'DISPUTE' and d.id = w.source_id
                          left join payment p on p.id = case when w.source_kind = 'PAYMENT' then w.source_id else d.payment_id end
                          left join refund r on w.source_kind = 'REFUND' and r.id = w.source_id
                          left join payment rp on rp.id = r.payment_id
                          left join write_off f on w.source_kind = 'WRITE_OFF' and f.id = w.source_id
                          left join invoice wi on wi.id = f.invoice_id
                         where :limit::integer is null or w.nth <= :limit
                         order by w.customer_id, w.booked_on, w.place
                        """
                                .formatted(StatementFigures.EFFECT, StatementFigures.ROW))
                .bind("customers", customers.toArray(UUID[]::new))
                .bind("currency", scope.currency().getCode())
                .bind("from", scope.period().from())
                .bind("to", scope.period().to())
                .bind("moving", StatementFigures.moving())
                .bind("last", Given.sql(scope.lastTransfer(), UUID.class))
                .bind("day", Given.sql(day, LocalDate.class))
                .bind("place", Given.sql(place, String.class))
                .bind("limit", Given.sql(limit, Integer.class))
                .filter(statement -> statement.fetchSize(FETCHED))
                .map(StatementRows::row)
                .all();
    }

    private static Row<StatementRow> row(Readable row) {
        var column = new Columns(row);
        return new Row<>(
                column.id("customer_id"),
                new StatementRow(
                        column.day("booked_on"),
                        StatementRowKind.of(
                                column.choice("booking", Booking.class),
                                column.choice("source_kind", SourceKind.class),
                                column.flag("special")),
                        column.textOrNull("number"),
                        column.textOrNull("reference"),
                        column.dayOrNull("due_on"),
                        column.dayOrNull("value_on"),
                        column.idOrNull("invoice_id"),
                        column.idOrNull("credit_note_id"),
                        column.idOrNull("payment_id"),
                        column.money("amount"),
                        column.money("balance"),
                        column.text("place")));
    }
}
