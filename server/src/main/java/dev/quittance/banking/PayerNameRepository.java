package dev.quittance.banking;

import dev.quittance.platform.Columns;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The SQL of the names with which payers' names are compared. */
@Repository
class PayerNameRepository {
    private static final int AT_ONCE = 5000;
    private final DatabaseClient db;

    PayerNameRepository(DatabaseClient db) {
        this.db = db;
    }

    /** Brings the names to compare with up to date with what customers are called. */
    Mono<Void> refresh() {
        return db.sql(
                        """
                        select c.id, c.name from customer c left join bank_customer_name n on n.customer_id = c.id
                         where n.name is distinct from c.name
                        """)
                .map(
                        row -> {
                            var column = new Columns(row);
                            return List.of(column.id("id").toString(), column.text("name"));
                        })
                .all()
                .buffer(AT_ONCE)
                .collectList()
                .flatMapIterable(parts -> parts)
                .concatMap(this::keepNames)
                .then();
    }

    private Mono<Void> keepNames(List<List<String>> named) {
        return db.sql(
                        """
                        insert into bank_customer_name (customer_id, name, key)
                        select id, name, key from unnest(:ids::uuid[], :names::text[], :keys::text[]) as n (id, name, key)
                        on conflict (customer_id) do update set name = excluded.name, key = excluded.key
                        """)
                .bind(
                        "ids",
                        named.stream().map(one -> UUID.fromString(one.get(0))).toArray(UUID[]::new))
                .bind("names", named.stream().map(one -> one.get(1)).toArray(String[]::new))
                .bind(
                        "keys",
                        named.stream().map(one -> PayerName.key(one.get(1))).toArray(String[]::new))
                .then();
    }
}
