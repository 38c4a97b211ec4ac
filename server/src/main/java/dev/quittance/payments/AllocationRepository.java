package dev.quittance.payments;

import dev.quittance.payments.Settlement.Part;
import dev.quittance.platform.Columns;
import dev.quittance.platform.Ids;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The SQL of what paid which invoice. */
@Repository
class AllocationRepository {
    private final DatabaseClient db;

    AllocationRepository(DatabaseClient db) {
        this.db = db;
    }

    Mono<Void> add(Settlement settlement) {
        var parts = settlement.parts();
        return db.sql(
                        """
                        insert into allocation (id, customer_id, invoice_id, payment_id, credit_note_id, amount_minor, made_on, receipted)
                        select id, :customer, invoice_id, payment_id, credit_note_id, amount_minor, :on, receipted
                          from unnest(:ids::uuid[], :invoices::uuid[], :payments::uuid[], :notes::uuid[], :amounts::bigint[],
                                      :receipted::boolean[])
                            as part (id, invoice_id, payment_id, credit_note_id, amount_minor, receipted)
                        """)
                .bind("customer", settlement.customer())
                .bind("on", settlement.on())
                .bind("ids", column(parts, Part::id, UUID[]::new))
                .bind("invoices", column(parts, Part::invoice, UUID[]::new))
                .bind("payments", column(parts, Part::payment, UUID[]::new))
                .bind("notes", column(parts, Part::creditNote, UUID[]::new))
                .bind("amounts", column(parts, Part::minor, Long[]::new))
                .bind("receipted", column(parts, settlement::receipted, Boolean[]::new))
                .then();
    }

    /** These allocations, those that were undone left out. */
    Flux<Allocation> byIds(Collection<UUID> ids) {
        return db.sql(
                        """
                        select a.id, a.customer_id, a.invoice_id, a.payment_id, a.credit_note_id, a.amount_minor, a.made_on,
                               i.currency
                          from allocation a
                          join invoice i on i.id = a.invoice_id
                         where a.id = any(:ids) and a.undone_on is null
                         order by a.id
                        """)
                .bind("ids", ids.toArray(UUID[]::new))
                .map(AllocationRepository::allocation)
                .all();
    }

    /** All that pays these invoices, be it money or credit, in the order in which it was made. */
    Flux<Allocation> paying(Collection<UUID> invoices) {
        return db.sql(
                        """
                        select a.id, a.customer_id, a.invoice_id, a.payment_id, a.credit_note_id, a.amount_minor, a.made_on,
                               i.currency
                          from allocation a
                          join invoice i on i.id = a.invoice_id
                         where a.invoice_id = any(:invoices) and a.undone_on is null
                         order by a.id
                        """)
                .bind("invoices", invoices.toArray(UUID[]::new))
                .map(AllocationRepository::allocation)
                .all();
    }

    /** Undoes what payments and account credit paid of an invoice; what credit notes paid stays. */
    Flux<Allocation> undo(UUID invoice, LocalDate on) {
        return db.sql(
                        """
                        update allocation a
                           set undone_on = :on
                          from invoice i
                         where a.invoice_id = :invoice and i.id = a.invoice_id
                           and a.credit_note_id is null and a.undone_on is null
                        returning a.id, a.customer_id, a.invoice_id, a.payment_id, a.credit_note_id, a.amount_minor,
                                  a.made_on, i.currency
                        """)
                .bind("invoice", invoice)
                .bind("on", on)
                .map(AllocationRepository::allocation)
                .all();
    }

    Mono<Void> undo(Collection<UUID> ids, LocalDate on) {
        return db.sql(
                        "update allocation set undone_on = :on where id = any(:ids) and undone_on is null")
                .bind("ids", ids.toArray(UUID[]::new))
                .bind("on", on)
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == ids.size())
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("undone before")))
                .then();
    }

    /** What these payments pay, in the order in which it was made. */
    Flux<Allocation> ofPayments(Collection<UUID> payments) {
        return db.sql(
                        """
                        select a.id, a.customer_id, a.invoice_id, a.payment_id, a.credit_note_id, a.amount_minor, a.made_on,
                               i.currency
                          from allocation a
                          join invoice i on i.id = a.invoice_id
                         where a.payment_id = any(:payments) and a.undone_on is null
                         order by a.id
                        """)
                .bind("payments", payments.toArray(UUID[]::new))
                .map(AllocationRepository::allocation)
                .all();
    }

    Mono<Long> undoable(UUID invoice) {
        return db.sql(
                        """
                        select coalesce(sum(amount_minor), 0)::bigint
                          from allocation
                         where invoice_id = :invoice and credit_note_id is null and undone_on is null
                        """)
                .bind("invoice", invoice)
                .mapValue(Long.class)
                .one();
    }

    /** What of an invoice's credit notes and cancellation does not pay it yet. */
    Flux<Part> unusedNotes(UUID invoice) {
        return db.sql(
                        """
                        select n.id, n.total_minor - coalesce(a.used, 0) as unused
                          from credit_note n
                          left join lateral (
                               select sum(amount_minor)::bigint as used
                                 from allocation
                                where credit_note_id = n.id and undone_on is null) a on true
                         where n.invoice_id = :invoice and n.total_minor > coalesce(a.used, 0)
                         order by n.issued_on, n.id
                        """)
                .bind("invoice", invoice)
                .map(
                        row -> {
                            var column = new Columns(row);
                            return new Part(
                                    Ids.next(),
                                    invoice,
                                    null,
                                    column.id("id"),
                                    column.number("unused"));
                        })
                .all();
    }

    /** What is still due of an open invoice, locked until the transaction ends. */
    Mono<Payable> lockPayable(UUID invoice) {
        return db.sql(
                        """
                        select id, number, due_on, total_minor - paid_minor as due
                          from invoice
                         where id = :invoice and status = 'OPEN'
                           for update
                        """)
                .bind("invoice", invoice)
                .map(
                        row -> {
                            var column = new Columns(row);
                            return new Payable(
                                    column.id("id"),
                                    column.text("number"),
                                    column.day("due_on"),
                                    column.number("due"));
                        })
                .one();
    }

    private static Allocation allocation(Readable row) {
        var column = new Columns(row);
        return new Allocation(
                column.id("id"),
                column.id("customer_id"),
                column.id("invoice_id"),
                column.idOrNull("payment_id"),
                column.idOrNull("credit_note_id"),
                column.money("amount"),
                column.day("made_on"));
    }

    private static <T> T[] column(
            List<Part> parts, Function<Part, @Nullable T> value, IntFunction<T[]> array) {
        return parts.stream().map(value).toArray(array);
    }
}
