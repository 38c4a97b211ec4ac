package dev.quittance.customers;

import dev.quittance.platform.Columns;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The rows of billing groups. */
@Repository
class BillingGroupRepository {
    private final DatabaseClient db;

    BillingGroupRepository(DatabaseClient db) {
        this.db = db;
    }

    /** All groups of these customers, the default one first. */
    Flux<BillingGroup> of(Collection<UUID> customers) {
        return db.sql(
                        """
                        select id, customer_id, name, is_default
                          from billing_group
                         where customer_id = any(:customers)
                         order by customer_id, is_default desc, name, id
                        """)
                .bind("customers", customers.toArray(UUID[]::new))
                .map(BillingGroupRepository::group)
                .all();
    }

    /** The default group of each of these customers that has one. */
    Mono<Map<UUID, UUID>> standard(Collection<UUID> customers) {
        return of(customers)
                .filter(BillingGroup::standard)
                .collectMap(BillingGroup::customer, BillingGroup::id);
    }

    private static BillingGroup group(Readable row) {
        var column = new Columns(row);
        return new BillingGroup(
                column.id("id"),
                column.id("customer_id"),
                column.text("name"),
                column.flag("is_default"));
    }
}
