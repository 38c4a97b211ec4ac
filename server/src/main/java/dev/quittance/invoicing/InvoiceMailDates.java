package dev.quittance.invoicing;

import dev.quittance.platform.Change;
import dev.quittance.platform.Changes;
import dev.quittance.platform.Columns;
import io.r2dbc.spi.Readable;
import java.util.Collection;
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

    /** Notes that these invoices were mailed just now. */
    public Mono<Void> mailed(Collection<UUID> invoices) {
        return invoices.isEmpty() ? Mono.empty() : note(invoices);
    }

    private Mono<Void> note(Collection<UUID> invoices) {
        return db.sql(
                        """
                        update invoice set mailed_at = now() where id = any(:invoices) returning id, customer_id
                        """)
                .bind("invoices", invoices.toArray(UUID[]::new))
                .map(InvoiceMailDates::changed)
                .all()
                .collectList()
                .flatMap(changes::announce);
    }

    private static Change changed(Readable row) {
        var column = new Columns(row);
        return new Change("INVOICE", column.id("id"), column.id("customer_id"));
    }
}
