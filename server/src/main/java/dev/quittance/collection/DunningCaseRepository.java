package dev.quittance.collection;

import dev.quittance.payments.Decline;
import dev.quittance.platform.Columns;
import dev.quittance.platform.Given;
import dev.quittance.platform.Page;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The SQL of the dunning board: open invoices whose charge failed. */
@Repository
class DunningCaseRepository {
    private static final String CASES =
            """
            select d.id, d.invoice_id, d.customer_id, d.state, d.decline_code, d.failed_first_on, d.retry_on, d.tries,
                   d.paused, i.currency, i.total_minor - i.paid_minor as due_minor,
                   (select max(e.action) from dunning_end e where e.invoice_id = d.invoice_id) as end_action,
            """
                    + DunningRepository.DUNNED
                    + """
                    as dunned
              from due_charge d
              join invoice i on i.id = d.invoice_id and i.status = 'OPEN'
             where d.failed_first_on is not null and d.state <> 'DROPPED' and d.state <> 'PAID'
            """;

    private final DatabaseClient db;

    DunningCaseRepository(DatabaseClient db) {
        this.db = db;
    }

    /** Those that failed first the longest ago first. */
    Flux<DunningCase> page(DunningFilter filter, Page page) {
        return db.sql(
                        "with found as ("
                                + CASES
                                + """
                                   and (:customer::uuid is null or d.customer_id = :customer)
                                   and (:day::date is null or (d.failed_first_on, d.id) > (:day, :id)))
                                select * from found
                                 where (:active::boolean is null or dunned = :active)
                                 order by failed_first_on, id
                                 limit :first + 1
                                """)
                .bind("customer", Given.sql(filter.customerId(), UUID.class))
                .bind("active", Given.sql(filter.active(), Boolean.class))
                .bind("day", Given.sql(page.day(0), LocalDate.class))
                .bind("id", Given.sql(page.id(1), UUID.class))
                .bind("first", page.first())
                .map(DunningCaseRepository::dunningCase)
                .all();
    }

    /** Those of these invoices; none where no charge failed, or it is settled. */
    Flux<DunningCase> of(Collection<UUID> invoices) {
        return db.sql(CASES + " and d.invoice_id = any(:invoices)")
                .bind("invoices", invoices.toArray(UUID[]::new))
                .map(DunningCaseRepository::dunningCase)
                .all();
    }

    /** What is due on them in each currency. */
    Flux<DunningTotal> totals() {
        return db.sql(
                        "with found as ("
                                + CASES
                                + """
                                )
                                select currency, dunned, count(*) as invoices, sum(due_minor)::bigint as due_minor
                                  from found
                                 group by currency, dunned
                                 order by currency, dunned desc
                                """)
                .map(
                        row -> {
                            var column = new Columns(row);
                            return new DunningTotal(
                                    column.money("due"),
                                    (int) column.number("invoices"),
                                    column.flag("dunned"));
                        })
                .all();
    }

    /** Pauses one that waits, or lets it go on with a try on {@code retryOn}, if on any day. */
    Mono<Void> pause(UUID id, boolean paused, @Nullable LocalDate retryOn) {
        return db.sql(
                        """
                        update due_charge
                           set paused = :paused, retry_on = case when state = 'FAILED' then :retryOn::date end
                         where id = :id
                        """)
                .bind("id", id)
                .bind("paused", paused)
                .bind("retryOn", Given.sql(retryOn, LocalDate.class))
                .then();
    }

    /** Lets one that waits be charged at once. */
    Mono<Void> tryNow(UUID id) {
        return db.sql(
                        """
                        update due_charge
                           set state = 'DUE', decline_code = null, retry_on = null, leased_until = clock_timestamp()
                         where id = :id and state = 'FAILED'
                        """)
                .bind("id", id)
                .then();
    }

    private static DunningCase dunningCase(Readable row) {
        var column = new Columns(row);
        return new DunningCase(
                column.id("id"),
                column.id("invoice_id"),
                column.id("customer_id"),
                column.choice("state", DueCharge.State.class),
                column.choiceOrNull("decline_code", Decline.class),
                column.day("failed_first_on"),
                column.dayOrNull("retry_on"),
                (int) column.number("tries"),
                column.flag("paused"),
                column.flag("dunned"),
                column.choiceOrNull("end_action", FinalAction.class));
    }
}
