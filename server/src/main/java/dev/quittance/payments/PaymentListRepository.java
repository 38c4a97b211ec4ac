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
    private final DatabaseClient db;

    PaymentListRepository(DatabaseClient db) {
        this.db = db;
    }

    /** The latest payment that succeeded, of each of these customers. */
    Flux<Payment> last(Collection<UUID> customers) {
        return db.sql(
                        """
                        select p.id, p.number, p.customer_id, p.status, p.amount_minor, p.credit_minor, p.currency,
                               p.method, p.method_label, p.paid_on, p.value_on, p.decline_kind, p.decline_reason,
                               p.created_at, coalesce(a.minor, 0) as allocated_minor
                          from unnest(:customers::uuid[]) as c (id)
                         cross join lateral (select *
                                               from payment
                                              where customer_id = c.id and status = 'SUCCEEDED'
                                              order by paid_on desc, id desc
                                              limit 1) p
                          left join lateral (select sum(amount_minor)::bigint as minor
                                               from allocation
                                              where payment_id = p.id) a on true
                        """)
                .bind("customers", customers.toArray(UUID[]::new))
                .map(PaymentRepository::payment)
                .all();
    }

    /** A page of payments, newest first. */
    Flux<Payment> page(PaymentFilter filter, Page page) {
        return db.sql(
                        """
                        select p.id, p.number, p.customer_id, p.status, p.amount_minor, p.credit_minor, p.currency,
                               p.method, p.method_label, p.paid_on, p.value_on, p.decline_kind, p.decline_reason,
                               p.created_at, coalesce(a.minor, 0) as allocated_minor
                          from payment p
                          left join lateral (select sum(amount_minor)::bigint as minor
                                               from allocation
                                              where payment_id = p.id) a on true
                         where (:customer::uuid is null or p.customer_id = :customer)
                           and (:statuses::text[] is null or p.status = any(:statuses))
                           and (:method::text is null or p.method = :method)
                           and (:from::date is null or p.paid_on >= :from)
                           and (:until::date is null or p.paid_on <= :until)
                           and (:search::text is null or p.id = any(array(
                                 select n.id from payment n where n.number like :number
                                 union all
                                 select n.id
                                   from customer c
                                   join payment n on n.customer_id = c.id
                                  where lower(c.name) like :search)))
                           and (:afterDay::date is null or (p.paid_on, p.id) < (:afterDay, :afterId))
                         order by p.paid_on desc, p.id desc
                         limit :first + 1
                        """)
                .bindValues(filter.bindings(page))
                .map(PaymentRepository::payment)
                .all();
    }
}
