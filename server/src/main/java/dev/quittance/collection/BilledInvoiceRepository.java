package dev.quittance.collection;

import dev.quittance.invoicing.InvoiceStatus;
import dev.quittance.platform.Columns;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
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
                               case when status = 'OPEN' then total_minor - paid_minor else 0 end as due_minor,
                               case when status in ('OPEN', 'WRITTEN_OFF') then total_minor - paid_minor else 0 end as owed_minor
                          from invoice
                         where id = any(:ids)
                        """)
                .bind("ids", ids.toArray(UUID[]::new))
                .map(BilledInvoiceRepository::invoice)
                .all();
    }

    /** What a customer owes in one currency and nobody is paying right now, oldest due first. */
    Flux<BilledInvoice> open(UUID customer, CurrencyUnit currency) {
        return db.sql(
                        """
                        select id, customer_id, status, number, due_on, currency,
                               total_minor - paid_minor as due_minor, total_minor - paid_minor as owed_minor
                          from invoice i
                         where customer_id = :customer and currency = :currency and status = 'OPEN'
                           and not exists (select 1 from payment_target t where t.invoice_id = i.id and t.unfinished)
                         order by due_on, length(number), number
                         limit :most
                        """)
                .bind("customer", customer)
                .bind("currency", currency.getCode())
                .bind("most", Billed.MOST)
                .map(BilledInvoiceRepository::invoice)
                .all();
    }

    private static BilledInvoice invoice(Readable row) {
        var column = new Columns(row);
        return new BilledInvoice(
                column.id("id"),
                column.id("customer_id"),
                column.choice("status", InvoiceStatus.class),
                column.textOrNull("number"),
                column.dayOrNull("due_on"),
                column.money("due"),
                column.money("owed"));
    }
}
