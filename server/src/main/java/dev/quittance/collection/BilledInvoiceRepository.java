package dev.quittance.collection;

import dev.quittance.invoicing.InvoiceStatus;
import dev.quittance.platform.Columns;
import java.util.Collection;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** Reads invoices as far as paying them goes: up to a thousand at a time, without their lines. */
@Repository
class BilledInvoiceRepository {
    private final DatabaseClient db;

    BilledInvoiceRepository(DatabaseClient db) {
        this.db = db;
    }

    Flux<BilledInvoice> byIds(Collection<UUID> ids) {
        return db.sql(
                        """
                        select id, customer_id, status, number, due_on, currency,
                               case when status = 'OPEN' then total_minor - paid_minor else 0 end as due_minor
                          from invoice
                         where id = any(:ids)
                        """)
                .bind("ids", ids.toArray(UUID[]::new))
                .map(
                        row -> {
                            var column = new Columns(row);
                            return new BilledInvoice(
                                    column.id("id"),
                                    column.id("customer_id"),
                                    column.choice("status", InvoiceStatus.class),
                                    column.textOrNull("number"),
                                    column.dayOrNull("due_on"),
                                    column.money("due"));
                        })
                .all();
    }
}
