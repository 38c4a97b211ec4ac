package dev.quittance.invoicing;

import dev.quittance.platform.Columns;
import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.Money;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** What is still owed for a subscription, and how far it is paid ahead. */
@Service
public class SubscriptionDebts {
    private final DatabaseClient db;

    SubscriptionDebts(DatabaseClient db) {
        this.db = db;
    }

    /** What is due of the open invoices that bill it; empty when nothing is. */
    public Mono<Money> open(UUID subscription) {
        return db.sql(
                        """
                        select sum(i.total_minor - i.paid_minor)::bigint as due_minor, i.currency
                          from invoice i
                         where i.status = 'OPEN'
                           and exists (select from invoice_line l where l.invoice_id = i.id and l.subscription_id = :subscription)
                         group by i.currency
                        """)
                .bind("subscription", subscription)
                .map(row -> new Columns(row).money("due"))
                .first();
    }

    /** The first day after all that is billed of its items; empty when nothing is. */
    public Mono<LocalDate> billedUntil(UUID subscription) {
        return db.sql(
                        """
                        select max(upper(period)) as until_on
                          from billed_period
                         where subscription_id = :subscription and not upper_inf(period) and not isempty(period)
                        having max(upper(period)) is not null
                        """)
                .bind("subscription", subscription)
                .map(row -> new Columns(row).day("until_on"))
                .one();
    }
}
