package dev.quittance.payments.stripe;

import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** The SQL of the customers that Stripe knows. */
class StripeCustomerRepository {
    private final DatabaseClient db;

    StripeCustomerRepository(DatabaseClient db) {
        this.db = db;
    }

    Mono<String> reference(UUID customer) {
        return db.sql("select reference from stripe_customer where customer_id = :customer")
                .bind("customer", customer)
                .mapValue(String.class)
                .one();
    }

    /** Keeps a reference, unless there is one. */
    Mono<Void> keep(UUID customer, String reference) {
        return db.sql(
                        """
                        insert into stripe_customer (customer_id, reference)
                        values (:customer, :reference)
                            on conflict (customer_id) do nothing
                        """)
                .bind("customer", customer)
                .bind("reference", reference)
                .then();
    }
}
