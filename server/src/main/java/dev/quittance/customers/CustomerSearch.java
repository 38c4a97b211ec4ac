package dev.quittance.customers;

import dev.quittance.platform.Given;
import dev.quittance.platform.Page;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds customers for lists, by name. Text is searched by ranges, which indexes answer. */
@Repository
class CustomerSearch {
    private static final int MOST_COUNTED = 10_000;

    private static final String LISTED =
            """
            select c.id from customer c
             where (:active::boolean is null or c.active = :active)
               and (:kind::text is null or c.payment_kind = :kind)
               and (:only::uuid[] is null or c.id = any(:only))
               and (not :faulty
                    or not exists (select 1 from billing_group g
                                    where g.customer_id = c.id and g.is_default)
                    or c.tax_id is not null
                       and not exists (select 1 from customer_address a
                                        where a.customer_id = c.id and a.kind = 'BILLING'))
               and (lower(c.name) collate "C", c.id)
                   > (coalesce((select lower(name) from customer where id = :after), '')
                        collate "C",
                      coalesce(:after, '00000000-0000-0000-0000-000000000000'::uuid))
             order by lower(c.name) collate "C", c.id
             limit :first
            """;

    private static final String SEARCHED =
            """
            select c.id from customer c
             where (lower(c.name) collate "C" >= :from and lower(c.name) collate "C" < :until
                    or lower(c.external_id) collate "C" >= :from
                       and lower(c.external_id) collate "C" < :until
                    or lower(c.email) collate "C" >= :from
                       and lower(c.email) collate "C" < :until)
               and (:active::boolean is null or c.active = :active)
               and (:kind::text is null or c.payment_kind = :kind)
               and (:only::uuid[] is null or c.id = any(:only))
               and (not :faulty
                    or not exists (select 1 from billing_group g
                                    where g.customer_id = c.id and g.is_default)
                    or c.tax_id is not null
                       and not exists (select 1 from customer_address a
                                        where a.customer_id = c.id and a.kind = 'BILLING'))
               and (lower(c.name) collate "C", c.id)
                   > (coalesce((select lower(name) from customer where id = :after), '')
                        collate "C",
                      coalesce(:after, '00000000-0000-0000-0000-000000000000'::uuid))
             order by lower(c.name) collate "C", c.id
             limit :first
            """;

    private static final String COUNT_LISTED = "select count(*) from (" + LISTED + ") found";
    private static final String COUNT_SEARCHED = "select count(*) from (" + SEARCHED + ") found";

    private final DatabaseClient db;

    CustomerSearch(DatabaseClient db) {
        this.db = db;
    }

    /**
     * What is sought.
     *
     * @param only among these, when there is something else to be narrowed by
     */
    record Sought(CustomerFilter filter, @Nullable List<UUID> only) {}

    Flux<UUID> page(Sought sought, Page page) {
        return narrowed(sought, LISTED, SEARCHED)
                .bind("after", Given.sql(page.id(0), UUID.class))
                .bind("first", page.first() + 1)
                .mapValue(UUID.class)
                .all();
    }

    /** How many there are, counted up to ten thousand. */
    Mono<Long> count(Sought sought) {
        return narrowed(sought, COUNT_LISTED, COUNT_SEARCHED)
                .bind("after", Given.sql(null, UUID.class))
                .bind("first", MOST_COUNTED)
                .mapValue(Long.class)
                .one();
    }

    private DatabaseClient.GenericExecuteSpec narrowed(
            Sought sought, String listed, String searched) {
        var filter = sought.filter();
        var kind = filter.paymentKind();
        var only = sought.only();
        var sql =
                filter.searches()
                        ? db.sql(searched).bind("from", filter.from()).bind("until", filter.until())
                        : db.sql(listed);
        return sql.bind("active", Given.sql(filter.active(), Boolean.class))
                .bind("kind", Given.sql(kind == null ? null : kind.name(), String.class))
                .bind("faulty", Boolean.TRUE.equals(filter.faulty()))
                .bind(
                        "only",
                        Given.sql(only == null ? null : only.toArray(UUID[]::new), UUID[].class));
    }
}
