package dev.quittance.billing;

import dev.quittance.platform.Columns;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** Which subscriptions may be billed at all, and on which day at the earliest. */
@Repository
class BillCandidateRepository {
    private final DatabaseClient db;

    BillCandidateRepository(DatabaseClient db) {
        this.db = db;
    }

    /**
     * A subscription that may be billed.
     *
     * @param from not before this day
     */
    record Candidate(UUID subscription, LocalDate from) {}

    /** The first {@code count} by day; without customers who pay nothing or are parked. */
    Flux<Candidate> first(int count) {
        return db.sql(
                        """
                        select s.id, greatest(coalesce(s.next_bill_on, s.resumes_on), c.starts_on) as bills_from
                          from subscription s
                          join customer c on c.id = s.customer_id
                         where coalesce(s.next_bill_on, s.resumes_on) is not null
                           and s.status <> 'UNPAID'
                           and c.payment_kind <> 'FREE'
                           and not exists (select 1 from parked_customer p where p.customer_id = c.id)
                         order by bills_from, s.id
                         limit :count
                        """)
                .bind("count", count)
                .map(
                        row -> {
                            var column = new Columns(row);
                            return new Candidate(column.id("id"), column.day("bills_from"));
                        })
                .all();
    }
}
