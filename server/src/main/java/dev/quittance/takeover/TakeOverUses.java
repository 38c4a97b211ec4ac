package dev.quittance.takeover;

import dev.quittance.customers.Customers;
import dev.quittance.takeover.TakeOverRows.Made;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What was done with what a file brought. */
@Repository
class TakeOverUses {
    private static final int EXAMPLES = 3;

    private final DatabaseClient db;
    private final Customers customers;

    TakeOverUses(DatabaseClient db, Customers customers) {
        this.db = db;
        this.customers = customers;
    }

    /** Holds the customers until the transaction ends. */
    Mono<Void> hold(List<Made> made) {
        return customers.lock(made.stream().map(Made::customer).collect(Collectors.toSet())).then();
    }

    /** Some examples in words; nothing when nothing was done. */
    Flux<String> of(List<Made> made) {
        var credits = made.stream().filter(one -> one.minor() < 0).toList();
        return db.sql(
                        """
                        (select 'invoice ' || i.number
                           from invoice i
                          where i.id = any(:ids)
                            and (i.status <> 'OPEN' or i.paid_minor <> i.paid_before_minor
                                 or exists (select from allocation a where a.invoice_id = i.id)
                                 or exists (select from write_off w where w.invoice_id = i.id)
                                 or exists (select from payment_target t where t.invoice_id = i.id))
                          limit :most)
                        union all
                        (select 'credit of ' || c.name
                           from (select customer, currency, sum(minor) as minor
                                   from unnest(:customers::uuid[], :currencies::text[], :minors::bigint[])
                                        as m (customer, currency, minor)
                                  group by 1, 2) wanted
                           join customer c on c.id = wanted.customer
                           left join balance b on b.customer_id = wanted.customer and b.currency = wanted.currency
                           left join lateral (
                                select sum(credit_minor) as minor from payment p
                                 where p.customer_id = wanted.customer and p.currency = wanted.currency
                                   and p.status in ('REQUIRES_ACTION', 'PROCESSING')) promised on true
                          where coalesce(b.credit_minor, 0) - coalesce(promised.minor, 0) < wanted.minor
                          limit :most)
                        union all
                        (select 'subscription ' || s.number
                           from subscription s
                          where s.id = any(:ids)
                            and (s.billed_until is distinct from s.next_bill_on or s.ended_on is not null
                                 or s.cancels_on is not null)
                          limit :most)
                        """)
                .bind("ids", made.stream().map(Made::id).toArray(UUID[]::new))
                .bind("customers", credits.stream().map(Made::customer).toArray(UUID[]::new))
                .bind("currencies", credits.stream().map(Made::currency).toArray(String[]::new))
                .bind("minors", credits.stream().map(one -> -one.minor()).toArray(Long[]::new))
                .bind("most", EXAMPLES)
                .mapValue(String.class)
                .all();
    }
}
