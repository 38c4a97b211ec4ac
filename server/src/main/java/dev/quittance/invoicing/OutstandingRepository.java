package dev.quittance.invoicing;

import dev.quittance.platform.Columns;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** Adds up what is owed. */
@Repository
class OutstandingRepository {
    private final DatabaseClient db;

    OutstandingRepository(DatabaseClient db) {
        this.db = db;
    }

    /** What customers have not paid, by currency. */
    Flux<Map.Entry<UUID, Outstanding>> ofCustomers(Collection<UUID> customers, LocalDate today) {
        return db.sql(
                        """
                        select customer_id, currency, count(*) as invoices, min(due_on) as oldest_due_on,
                               sum(total_minor - paid_minor)::bigint as total_minor,
                               coalesce(sum(total_minor - paid_minor) filter (where due_on < :today), 0)::bigint as overdue_minor,
                               (array_agg(id order by due_on, number))[1 : 1000] as invoice_ids
                          from invoice
                         where customer_id = any(:customers)
                           and status = 'OPEN'
                         group by customer_id, currency
                         order by customer_id, currency
                        """)
                .bind("customers", customers.toArray(UUID[]::new))
                .bind("today", today)
                .map(OutstandingRepository::outstanding)
                .all();
    }

    private static Map.Entry<UUID, Outstanding> outstanding(Readable row) {
        var column = new Columns(row);
        return Map.entry(
                column.id("customer_id"),
                new Outstanding(
                        CurrencyUnit.of(column.text("currency")),
                        Math.toIntExact(column.number("invoices")),
                        column.money("total"),
                        column.day("oldest_due_on"),
                        column.money("overdue"),
                        List.of(Objects.requireNonNull(row.get("invoice_ids", UUID[].class)))));
    }
}
