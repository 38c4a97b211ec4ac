package dev.quittance.methods;

import dev.quittance.payments.RememberedMethod;
import dev.quittance.platform.Columns;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The SQL of kept payment methods. */
@Repository
class MethodRepository {
    private final DatabaseClient db;

    MethodRepository(DatabaseClient db) {
        this.db = db;
    }

    /** One that is being kept. */
    record NewMethod(
            UUID id,
            UUID customer,
            String gateway,
            RememberedMethod remembered,
            @Nullable String name) {}

    /** Also those that were removed. */
    Flux<PaymentMethod> byIds(Collection<UUID> ids) {
        return db.sql(
                        """
                        select id, customer_id, gateway, gateway_ref, brand, last_four, expires_on, name, is_default, created_at
                          from payment_method
                         where id = any(:ids)
                        """)
                .bind("ids", ids.toArray(UUID[]::new))
                .map(MethodRepository::method)
                .all();
    }

    /** Those that are kept; the default first, then the newest. */
    Flux<PaymentMethod> of(Collection<UUID> customers) {
        return db.sql(
                        """
                        select id, customer_id, gateway, gateway_ref, brand, last_four, expires_on, name, is_default, created_at
                          from payment_method
                         where customer_id = any(:customers) and removed_at is null
                         order by customer_id, is_default desc, created_at desc, id desc
                        """)
                .bind("customers", customers.toArray(UUID[]::new))
                .map(MethodRepository::method)
                .all();
    }

    /** Keeps one, unless it is kept already; whether it was not. */
    Mono<Boolean> add(NewMethod method) {
        return db.sql(
                        """
                        insert into payment_method (id, customer_id, gateway, gateway_ref, brand, last_four, expires_on, name)
                        values (:id, :customer, :gateway, :reference, :brand, :lastFour, :expires, :name)
                        on conflict (gateway, gateway_ref) do nothing
                        """)
                .bind("id", method.id())
                .bind("customer", method.customer())
                .bind("gateway", method.gateway())
                .bind("reference", method.remembered().reference())
                .bind("brand", method.remembered().brand())
                .bind("lastFour", method.remembered().lastFour())
                .bind("expires", optional(method.remembered().expiresOn(), LocalDate.class))
                .bind("name", optional(method.name(), String.class))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Void> rename(UUID id, @Nullable String name) {
        return db.sql("update payment_method set name = :name where id = :id")
                .bind("id", id)
                .bind("name", optional(name, String.class))
                .then();
    }

    /** Makes one the default, and no other; one that is not kept any more becomes none. */
    Mono<Void> makeDefault(UUID customer, UUID id) {
        return db.sql(
                        """
                        update payment_method
                           set is_default = false
                         where customer_id = :customer and is_default and id <> :id
                        """)
                .bind("customer", customer)
                .bind("id", id)
                .then()
                .then(
                        db.sql(
                                        """
                                        update payment_method
                                           set is_default = true
                                         where id = :id and removed_at is null
                                        """)
                                .bind("id", id)
                                .then());
    }

    /** Where a customer has methods and none is the default, the newest becomes it. */
    Mono<Void> ensureDefault(UUID customer) {
        return db.sql(
                        """
                        update payment_method
                           set is_default = true
                         where id = (select id from payment_method
                                      where customer_id = :customer and removed_at is null
                                      order by created_at desc, id desc
                                      limit 1)
                           and not exists (select 1 from payment_method where customer_id = :customer and is_default)
                        """)
                .bind("customer", customer)
                .then();
    }

    /** No longer kept; the row stays for what was paid with it. */
    Mono<Void> remove(UUID id) {
        return db.sql(
                        """
                        update payment_method
                           set removed_at = clock_timestamp(), is_default = false
                         where id = :id and removed_at is null
                        """)
                .bind("id", id)
                .then();
    }

    /**
     * Removed ones that their gateway remembers still, and that no charge under way is taken from.
     */
    Flux<PaymentMethod> unforgotten(int most) {
        return db.sql(
                        """
                        select id, customer_id, gateway, gateway_ref, brand, last_four, expires_on, name, is_default, created_at
                          from payment_method m
                         where removed_at is not null and forgotten_at is null
                           and not exists (select 1 from payment_attempt a
                                            where a.method_ref = m.gateway_ref and a.gateway = m.gateway
                                              and a.state in ('PLANNED', 'CALLING', 'REQUIRES_ACTION', 'PROCESSING'))
                         order by removed_at
                         limit :most
                        """)
                .bind("most", most)
                .map(MethodRepository::method)
                .all();
    }

    Mono<Void> forgotten(UUID id) {
        return db.sql("update payment_method set forgotten_at = clock_timestamp() where id = :id")
                .bind("id", id)
                .then();
    }

    /** Whether it was removed. */
    Mono<Boolean> removed(UUID id) {
        return db.sql("select removed_at is not null as gone from payment_method where id = :id")
                .bind("id", id)
                .mapValue(Boolean.class)
                .one();
    }

    static Parameter optional(@Nullable Object value, Class<?> type) {
        return value == null ? Parameters.in(type) : Parameters.in(value);
    }

    private static PaymentMethod method(Readable row) {
        var column = new Columns(row);
        return new PaymentMethod(
                column.id("id"),
                column.id("customer_id"),
                column.text("gateway"),
                column.text("gateway_ref"),
                column.text("brand"),
                column.text("last_four"),
                column.dayOrNull("expires_on"),
                column.textOrNull("name"),
                column.flag("is_default"),
                column.at("created_at"));
    }
}
