package dev.quittance.billing;

import dev.quittance.platform.Columns;
import dev.quittance.platform.Page;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The rows of parked customers. */
@Repository
class ParkingRepository {
    private static final UUID NONE = new UUID(0, 0);

    private final DatabaseClient db;

    ParkingRepository(DatabaseClient db) {
        this.db = db;
    }

    /** Parks customers; those that are parked already keep their first reason. */
    Flux<UUID> park(Map<UUID, String> reasons) {
        return db.sql(
                        """
                        insert into parked_customer (customer_id, customer_name, reason)
                        select c.id, c.name, p.reason
                          from unnest(:customers::uuid[], :reasons::text[]) as p (id, reason)
                          join customer c on c.id = p.id
                            on conflict do nothing
                        returning customer_id
                        """)
                .bind("customers", reasons.keySet().toArray(UUID[]::new))
                .bind("reasons", reasons.values().toArray(String[]::new))
                .mapValue(UUID.class)
                .all();
    }

    /** Why the customer was parked; empty when it was not. */
    Mono<String> unpark(UUID customer) {
        return db.sql("delete from parked_customer where customer_id = :customer returning reason")
                .bind("customer", customer)
                .mapValue(String.class)
                .one();
    }

    /** Which of these customers are parked. */
    Flux<UUID> among(Collection<UUID> customers) {
        return db.sql("select customer_id from parked_customer where customer_id = any(:customers)")
                .bind("customers", customers.toArray(UUID[]::new))
                .mapValue(UUID.class)
                .all();
    }

    /** By name. */
    Flux<ParkedCustomer> page(Page page) {
        return db.sql(
                        """
                        select customer_id, customer_name, reason, parked_at
                          from parked_customer
                         where (lower(customer_name), customer_id) > (lower(:afterName), :afterId)
                         order by lower(customer_name), customer_id
                         limit :first + 1
                        """)
                .bind("afterName", Objects.requireNonNullElse(page.text(0), ""))
                .bind("afterId", Objects.requireNonNullElse(page.id(1), NONE))
                .bind("first", page.first())
                .map(
                        row -> {
                            var column = new Columns(row);
                            return new ParkedCustomer(
                                    column.id("customer_id"),
                                    column.text("customer_name"),
                                    column.text("reason"),
                                    column.at("parked_at"));
                        })
                .all();
    }

    Mono<Long> count() {
        return db.sql("select count(*) from parked_customer").mapValue(Long.class).one();
    }
}
