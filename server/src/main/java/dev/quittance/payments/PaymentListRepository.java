package dev.quittance.payments;

import dev.quittance.platform.Page;
import java.util.Collection;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** The SQL of lists of payments. */
@Repository
class PaymentListRepository {
    private static final String MATCHING =
            """
            (:customer::uuid is null or p.customer_id = :customer)
            and (:statuses::text[] is null or p.status = any(:statuses))
            and (:method::text is null or p.method = :method)
            and (:from::date is null or p.paid_on >= :from)
            and (:until::date is null or p.paid_on <= :until)
            and (p.paid_on, p.id) < (:afterDay, :afterId)
            """;

    private static final String LISTED = page(MATCHING);

    /**
     * Each way to be found gives a page at most: a beginning that many share is soon at its end.
     */
    private static final String FOUND =
            page(
                    """
                    p.id in ((select p.id
                                from payment p
                               where p.number ~>=~ :number and p.number ~<~ :numberEnd and %1$s
                               order by p.paid_on desc, p.id desc
                               limit :first + 1)
                             union
                             (select p.id
                                from customer c
                                join payment p on p.customer_id = c.id
                               where lower(c.name) collate "C" >= :name and lower(c.name) collate "C" < :nameEnd
                                 and %1$s
                               order by p.paid_on desc, p.id desc
                               limit :first + 1))
                    """
                            .formatted(MATCHING));

    private final DatabaseClient db;

    PaymentListRepository(DatabaseClient db) {
        this.db = db;
    }

    /** The latest payment that succeeded, of each of these customers. */
    Flux<Payment> last(Collection<UUID> customers) {
        return db.sql(
                        """
                        select p.id, p.number, p.customer_id, p.status, p.amount_minor, p.credit_minor, p.currency,
                               p.method, p.method_label, p.paid_on, p.value_on, p.decline_kind, p.decline_reason, p.decline_code,
                               p.purpose, p.reversed_on, p.reversal_reason, p.disputed_minor, p.created_at, coalesce(a.minor, 0) as allocated_minor
                          from unnest(:customers::uuid[]) as c (id)
                         cross join lateral (select *
                                               from payment
                                              where customer_id = c.id and status = 'SUCCEEDED'
                                              order by paid_on desc, id desc
                                              limit 1) p
                          left join lateral (select sum(amount_minor)::bigint as minor
                                               from allocation
                                              where payment_id = p.id and undone_on is null) a on true
                        """)
                .bind("customers", customers.toArray(UUID[]::new))
                .map(PaymentRepository::payment)
                .all();
    }

    /** A page of each of these customers' payments, newest first. */
    Flux<Payment> ofCustomers(Collection<UUID> customers, PaymentFilter filter, Page page) {
        return db.sql(
                        """
                        select p.id, p.number, p.customer_id, p.status, p.amount_minor, p.credit_minor, p.currency,
                               p.method, p.method_label, p.paid_on, p.value_on, p.decline_kind, p.decline_reason, p.decline_code,
                               p.purpose, p.reversed_on, p.reversal_reason, p.disputed_minor, p.created_at, coalesce(a.minor, 0) as allocated_minor
                          from unnest(:customers::uuid[]) as c (id)
                         cross join lateral (select *
                                               from payment
                                              where customer_id = c.id
                                                and (:customer::uuid is null or customer_id = :customer)
                                                and (:statuses::text[] is null or status = any(:statuses))
                                                and (:method::text is null or method = :method)
                                                and (:from::date is null or paid_on >= :from)
                                                and (:until::date is null or paid_on <= :until)
                                                and (:number = ''
                                                     or number ~>=~ :number and number ~<~ :numberEnd
                                                     or exists (select from customer o
                                                                 where o.id = c.id and lower(o.name) collate "C" >= :name
                                                                   and lower(o.name) collate "C" < :nameEnd))
                                                and (paid_on, id) < (:afterDay, :afterId)
                                              order by paid_on desc, id desc
                                              limit :first + 1) p
                          left join lateral (select sum(amount_minor)::bigint as minor
                                               from allocation
                                              where payment_id = p.id and undone_on is null) a on true
                         order by p.customer_id, p.paid_on desc, p.id desc
                        """)
                .bindValues(filter.bindings(page))
                .bindValues(filter.beginnings())
                .bind("customers", customers.toArray(UUID[]::new))
                .map(PaymentRepository::payment)
                .all();
    }

    /** A page of payments, newest first. */
    Flux<Payment> page(PaymentFilter filter, Page page) {
        var sql =
                filter.searches() ? db.sql(FOUND).bindValues(filter.beginnings()) : db.sql(LISTED);
        return sql.bindValues(filter.bindings(page)).map(PaymentRepository::payment).all();
    }

    private static String page(String source) {
        return """
               select p.id, p.number, p.customer_id, p.status, p.amount_minor, p.credit_minor, p.currency,
                      p.method, p.method_label, p.paid_on, p.value_on, p.decline_kind, p.decline_reason, p.decline_code,
                      p.purpose, p.reversed_on, p.reversal_reason, p.disputed_minor, p.created_at, coalesce(a.minor, 0) as allocated_minor
                 from payment p
                 left join lateral (select sum(amount_minor)::bigint as minor
                                      from allocation
                                     where payment_id = p.id and undone_on is null) a on true
                where %s
                order by p.paid_on desc, p.id desc
                limit :first + 1
               """
                .formatted(source);
    }
}
