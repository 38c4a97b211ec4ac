package dev.quittance.invoicing;

import dev.quittance.platform.Changes;
import dev.quittance.platform.Columns;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Keeps when invoices were last mailed. */
@Service
public class InvoiceMailDates {
    private final DatabaseClient db;
    private final Changes changes;

    InvoiceMailDates(DatabaseClient db, Changes changes) {
        this.db = db;
        this.changes = changes;
    }

    /** Notes that an invoice was mailed just now. */
    public Mono<Void> mailed(UUID invoice) {
        return db.sql(
                        """
                        update invoice set mailed_at = now() where id = :invoice returning customer_id
                        """)
                .bind("invoice", invoice)
                .map(row -> new Columns(row).id("customer_id"))
                .one()
                .flatMap(customer -> changes.announce("INVOICE", invoice, customer));
    }
}
