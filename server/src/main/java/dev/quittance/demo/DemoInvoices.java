package dev.quittance.demo;

import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** Reads what customers of the demo owe. */
@Repository
class DemoInvoices {
    private final DatabaseClient db;

    DemoInvoices(DatabaseClient db) {
        this.db = db;
    }

    /** The open invoices of the customer of this external id. */
    Flux<UUID> open(String externalId) {
        return db.sql(
                        """
                        select i.id from invoice i join customer c on c.id = i.customer_id
                         where c.external_id = :externalId and i.status = 'OPEN' order by i.due_on, i.number
                        """)
                .bind("externalId", externalId)
                .mapValue(UUID.class)
                .all();
    }
}
