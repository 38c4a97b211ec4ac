package dev.quittance.payments;

import dev.quittance.payments.Settlement.Part;
import dev.quittance.platform.Columns;
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

    Mono<Void> add(UUID customer, LocalDate on, List<Part> parts) {
        return db.sql(
                        """
                        insert into allocation (id, customer_id, invoice_id, payment_id, credit_note_id, amount_minor, made_on)
                        select id, :customer, invoice_id, payment_id, credit_note_id, amount_minor, :on
                          from unnest(:ids::uuid[], :invoices::uuid[], :payments::uuid[], :notes::uuid[], :amounts::bigint[])
                            as part (id, invoice_id, payment_id, credit_note_id, amount_minor)
                        """)
                .bind("customer", customer)
                .bind("on", on)
                .bind("ids", column(parts, Part::id, UUID[]::new))
                .bind("invoices", column(parts, Part::invoice, UUID[]::new))
                .bind("payments", column(parts, Part::payment, UUID[]::new))
                .bind("notes", column(parts, Part::creditNote, UUID[]::new))
                .bind("amounts", column(parts, Part::minor, Long[]::new))
                .then();
    }

    /** What these payments paid, in the order in which it was made. */
    Flux<Allocation> ofPayments(Collection<UUID> payments) {
        return db.sql(
                        """
                        select a.id, a.invoice_id, a.payment_id, a.amount_minor, i.currency
                          from allocation a
                          join invoice i on i.id = a.invoice_id
                         where a.payment_id = any(:payments)
                         order by a.id
                        """)
                .bind("payments", payments.toArray(UUID[]::new))
                .map(AllocationRepository::allocation)
                .all();
    }

    /** What payments paid of these invoices, oldest first. */
    Flux<Allocation> ofInvoices(Collection<UUID> invoices) {
        return db.sql(
                        """
                        select a.id, a.invoice_id, a.payment_id, a.amount_minor, i.currency
                          from allocation a
                          join invoice i on i.id = a.invoice_id
                         where a.invoice_id = any(:invoices) and a.payment_id is not null
                         order by a.id
                        """)
                .bind("invoices", invoices.toArray(UUID[]::new))
                .map(AllocationRepository::allocation)
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
                column.id("invoice_id"),
                column.idOrNull("payment_id"),
                column.money("amount"));
    }

    private static <T> T[] column(
            List<Part> parts, Function<Part, @Nullable T> value, IntFunction<T[]> array) {
        return parts.stream().map(value).toArray(array);
    }
}
