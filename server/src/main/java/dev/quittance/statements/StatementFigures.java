package dev.quittance.statements;

import dev.quittance.ledger.Booking;
import dev.quittance.platform.Columns;
import dev.quittance.platform.Given;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** The SQL of what statements add up to. */
@Repository
class StatementFigures {
    /** What a transfer adds to what a customer owes. */
    static final String EFFECT =
            """
            t.amount_minor * ((t.debit in ('RECEIVABLE', 'CUSTOMER_CREDIT'))::integer
                              - (t.credit in ('RECEIVABLE', 'CUSTOMER_CREDIT'))::integer)\
            """;

    /** The transfers of one document and day are one row, those of a payment one for each act. */
    static final String ROW =
            """
            t.booked_on, t.source_kind, t.source_id,
            case when t.source_kind in ('INVOICE', 'CREDIT_NOTE', 'CANCELLATION', 'OPENING') then t.source_kind else t.reason end\
            """;

    private final DatabaseClient db;

    StatementFigures(DatabaseClient db) {
        this.db = db;
    }

    /** The figures of these customers, in one statement: they are of one moment. */
    Flux<Statement> of(Collection<UUID> customers, StatementScope scope) {
        return db.sql(
                        """
                        select a.customer_id, :currency::text as currency, before.opening_minor, shown.charged_minor,
                               shown.credited_minor, (shown.listed + nothing.listed)::integer as row_count,
                               aging.not_due_minor, aging.days30_minor, aging.days60_minor, aging.days90_minor,
                               aging.older_minor, paid.credit_minor
                          from unnest(:customers::uuid[]) as a (customer_id)
                         cross join lateral (
                           select coalesce(sum(%1$s), 0)::bigint as opening_minor
                             from transfer t
                            where t.customer_id = a.customer_id and t.currency = :currency and t.booked_on < :from
                              and t.reason = any(:moving) and (:last::uuid is null or t.id <= :last)) before
                         cross join lateral (
                           select coalesce(sum(minor) filter (where minor > 0), 0)::bigint as charged_minor,
                                  coalesce(-sum(minor) filter (where minor < 0), 0)::bigint as credited_minor,
                                  count(*) filter (where minor <> 0) as listed
                             from (select sum(%1$s) as minor
                                     from transfer t
                                    where t.customer_id = a.customer_id and t.currency = :currency
                                      and t.booked_on between :from and :to and t.reason = any(:moving)
                                      and (:last::uuid is null or t.id <= :last)
                                    group by %2$s) as document) shown
                         cross join lateral (
                           select (select count(*) from invoice i
                                    where i.customer_id = a.customer_id and i.currency = :currency and i.total_minor = 0
                                      and i.number is not null and i.issued_on between :from and :to)
                                  + (select count(*) from credit_note n
                                      where n.customer_id = a.customer_id and n.currency = :currency and n.total_minor = 0
                                        and n.issued_on between :from and :to) as listed) nothing
                         cross join lateral (
                           select coalesce(sum(minor) filter (where late < 1), 0)::bigint as not_due_minor,
                                  coalesce(sum(minor) filter (where late between 1 and 30), 0)::bigint as days30_minor,
                                  coalesce(sum(minor) filter (where late between 31 and 60), 0)::bigint as days60_minor,
                                  coalesce(sum(minor) filter (where late between 61 and 90), 0)::bigint as days90_minor,
                                  coalesce(sum(minor) filter (where late > 90), 0)::bigint as older_minor
                             from (select :to::date - coalesce(i.due_on, owed.since) as late, owed.minor
                                     from (select coalesce(p.invoice_id, w.invoice_id, t.source_id) as document,
                                                  min(t.booked_on) as since,
                                                  sum(t.amount_minor * case t.debit when 'RECEIVABLE' then 1 else -1 end) as minor
                                             from transfer t
                                             left join allocation p on t.source_kind = 'ALLOCATION' and p.id = t.source_id
                                             left join write_off w on t.source_kind = 'WRITE_OFF' and w.id = t.source_id
                                            where t.customer_id = a.customer_id and t.currency = :currency and t.booked_on <= :to
                                              and (t.debit = 'RECEIVABLE' or t.credit = 'RECEIVABLE')
                                              and (:last::uuid is null or t.id <= :last)
                                            group by 1) owed
                                     left join invoice i on i.id = owed.document
                                    where owed.minor <> 0) as open) aging
                         cross join lateral (
                           select coalesce(sum(t.amount_minor * case t.credit when 'CUSTOMER_CREDIT' then 1 else -1 end), 0)::bigint
                                    as credit_minor
                             from transfer t
                            where t.customer_id = a.customer_id and t.currency = :currency and t.booked_on <= :to
                              and (t.debit = 'CUSTOMER_CREDIT' or t.credit = 'CUSTOMER_CREDIT')
                              and (:last::uuid is null or t.id <= :last)) paid
                        """
                                .formatted(EFFECT, ROW))
                .bind("customers", customers.toArray(UUID[]::new))
                .bind("currency", scope.currency().getCode())
                .bind("from", scope.period().from())
                .bind("to", scope.period().to())
                .bind("moving", moving())
                .bind("last", Given.sql(scope.lastTransfer(), UUID.class))
                .map(row -> statement(row, scope.period()))
                .all();
    }

    static String[] moving() {
        return StatementRowKind.moving().stream().map(Booking::name).toArray(String[]::new);
    }

    private static Statement statement(Readable row, StatementPeriod period) {
        var column = new Columns(row);
        return new Statement(
                column.id("customer_id"),
                period,
                column.money("opening"),
                column.money("charged"),
                column.money("credited"),
                column.integer("row_count"),
                new StatementAging(
                        column.money("not_due"),
                        column.money("days30"),
                        column.money("days60"),
                        column.money("days90"),
                        column.money("older"),
                        column.money("credit")));
    }
}
