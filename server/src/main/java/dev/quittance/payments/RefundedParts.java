package dev.quittance.payments;

import dev.quittance.platform.Columns;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.joda.money.Money;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** How much of payments has gone back or is on its way. */
@Repository
public class RefundedParts {
    private final DatabaseClient db;

    RefundedParts(DatabaseClient db) {
        this.db = db;
    }

    /** By payment; those without refunds are missing. What failed or came back does not count. */
    public Mono<Map<UUID, Money>> of(Collection<UUID> payments) {
        return db.sql(
                        """
                        select payment_id, currency, sum(amount_minor)::bigint as refunded_minor
                          from refund
                         where payment_id = any(:payments) and status not in ('FAILED', 'RETURNED')
                         group by payment_id, currency
                        """)
                .bind("payments", payments.toArray(UUID[]::new))
                .map(
                        row -> {
                            var column = new Columns(row);
                            return Map.entry(column.id("payment_id"), column.money("refunded"));
                        })
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }
}
