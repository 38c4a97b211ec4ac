package dev.quittance.latefees;

import dev.quittance.platform.Amounts;
import dev.quittance.platform.Columns;
import dev.quittance.platform.Given;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The SQL of late fees. */
@Repository
class LateFeeRepository {
    private static final UUID NONE = new UUID(0, 0);

    /**
     * What the invoice {@code i} of the customer {@code c} must be to bear a fee: open, no fee
     * itself nor issued instead of one, not disputed, not being paid, and its dunning not paused.
     */
    private static final String BEARS =
            """
            i.status = 'OPEN' and c.active
            and not exists (with recursive origin (id, replaces_id) as (
                              select i.id, i.replaces_id
                              union
                              select o.id, o.replaces_id from origin n join invoice o on o.id = n.replaces_id)
                            select from origin join late_fee f on f.fee_invoice_id = origin.id)
            and not exists (select from payment_target t where t.invoice_id = i.id and t.unfinished)
            and not exists (select from due_charge d
                             where d.invoice_id = i.id and (d.state in ('DUE', 'CHARGING') or d.state = 'FAILED' and d.paused))
            and not exists (select from disputed_invoice x
                              join dispute d on d.id = x.dispute_id
                             where x.invoice_id = i.id and d.decided_on is null)
            """;

    private final DatabaseClient db;

    LateFeeRepository(DatabaseClient db) {
        this.db = db;
    }

    /** Invoices of a zone that may bear a fee by {@code day}, in the order of their ids. */
    Flux<UUID> late(LocalDate day, ZoneId zone, @Nullable UUID after, int most) {
        return db.sql(
                        """
                        select i.id
                          from invoice i
                          join customer c on c.id = i.customer_id
                         cross join organization o
                         cross join lateral
                        """
                                + LateFeeRuleRepository.OF_INVOICE
                                + """
                         r
                         cross join lateral (
                           select least(r.times - 1, (:day::date - i.due_on - r.first_days) / r.every_days) as before) step
                         where i.id > :after and coalesce(c.time_zone, o.time_zone) = :zone
                           and i.due_on <= :day::date - (select min(first_days) from late_fee_rule where times > 0)
                           and r.times > 0 and i.due_on + r.first_days <= :day
                           and i.due_on + r.first_days + step.before * r.every_days >= r.since
                           and not exists (select from late_fee f where f.invoice_id = i.id and f.step > step.before)
                           and
                        """
                                + BEARS
                                + """
                         order by i.id
                         limit :most
                        """)
                .bind("after", after == null ? NONE : after)
                .bind("zone", zone.getId())
                .bind("day", day)
                .bind("most", most)
                .mapValue(UUID.class)
                .all();
    }

    Mono<UUID> customer(UUID invoice) {
        return db.sql("select customer_id from invoice where id = :id")
                .bind("id", invoice)
                .mapValue(UUID.class)
                .one();
    }

    /** How it is late now; empty if it bears no fee any more. */
    Mono<Overdue> overdue(UUID invoice) {
        return db.sql(
                        """
                        select i.id, i.number, i.customer_id, i.due_on, i.total_minor - i.paid_minor as due_minor, i.currency
                          from invoice i
                          join customer c on c.id = i.customer_id
                         where i.id = :id and i.due_on is not null and
                        """
                                + BEARS)
                .bind("id", invoice)
                .map(
                        row -> {
                            var column = new Columns(row);
                            return new Overdue(
                                    column.id("id"),
                                    column.text("number"),
                                    column.id("customer_id"),
                                    column.day("due_on"),
                                    column.money("due"));
                        })
                .one();
    }

    /** The last step that was noted; 0 for none. */
    Mono<Integer> lastStep(UUID invoice) {
        return db.sql("select coalesce(max(step), 0) from late_fee where invoice_id = :id")
                .bind("id", invoice)
                .mapValue(Integer.class)
                .one();
    }

    Mono<Void> add(MadeFee fee) {
        return db.sql(
                        """
                        insert into late_fee (id, invoice_id, step, customer_id, made_on, days, due_minor, percent, currency,
                                              amount_minor, fee_invoice_id)
                        values (:id, :invoice, :step, :customer, :on, :days, :due, :percent, :currency, :amount, :fee)
                        """)
                .bind("id", fee.id())
                .bind("invoice", fee.invoice())
                .bind("step", fee.step())
                .bind("customer", fee.customer())
                .bind("on", fee.madeOn())
                .bind("days", fee.days())
                .bind("due", Amounts.minor(fee.due()))
                .bind("percent", Given.sql(fee.percent(), BigDecimal.class))
                .bind("currency", fee.net().getCurrencyUnit().getCode())
                .bind("amount", Amounts.minor(fee.net()))
                .bind("fee", Given.sql(fee.feeInvoice(), UUID.class))
                .then();
    }

    /** The fees that were made of these invoices, by step. */
    Flux<MadeFee> of(Collection<UUID> invoices) {
        return fees("f.invoice_id = any(:ids)", invoices);
    }

    /** The fees that these invoices bill. */
    Flux<MadeFee> billedBy(Collection<UUID> invoices) {
        return fees("f.fee_invoice_id = any(:ids)", invoices);
    }

    private Flux<MadeFee> fees(String which, Collection<UUID> ids) {
        return db.sql(
                        """
                        select f.id, f.invoice_id, f.step, f.customer_id, f.made_on, f.days, f.due_minor, f.percent, f.currency,
                               f.amount_minor, f.fee_invoice_id,
                               b.total_minor <= (select coalesce(sum(n.total_minor), 0) from credit_note n where n.invoice_id = b.id)
                               and not exists (select from invoice a where a.replaces_id = b.id) as waived
                          from late_fee f
                          join invoice b on b.id = f.fee_invoice_id
                         where
                        """
                                + which
                                + " order by f.invoice_id, f.step")
                .bind("ids", ids.toArray(UUID[]::new))
                .map(LateFeeRepository::fee)
                .all();
    }

    private static MadeFee fee(Readable row) {
        var column = new Columns(row);
        return new MadeFee(
                column.id("id"),
                column.id("invoice_id"),
                column.integer("step"),
                column.id("customer_id"),
                column.day("made_on"),
                column.integer("days"),
                column.money("due"),
                row.get("percent", BigDecimal.class),
                column.money("amount"),
                column.idOrNull("fee_invoice_id"),
                column.flag("waived"));
    }
}
