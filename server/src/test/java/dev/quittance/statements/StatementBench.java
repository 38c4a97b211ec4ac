package dev.quittance.statements;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.platform.Page;
import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Sales;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * How long a statement over many documents takes, beside the plain SQL that reads the same rows of
 * the same database: for a screen, as CSV, as PDF.
 *
 * <p>{@code ./mvnw test -Pbench -Dtest=StatementBench [-Dbench.documents=10000]}
 */
@Tag("bench")
class StatementBench extends IntegrationTest {
    private static final int DOCUMENTS = Integer.getInteger("bench.documents", 10_000);
    private static final int OTHERS = 20;
    private static final int TRIES = 7;
    private static final StatementScope SCOPE =
            StatementScope.of(
                    CurrencyUnit.EUR,
                    new StatementPeriod(LocalDate.of(2026, 1, 1), LocalDate.of(2029, 12, 31)));

    /** The same documents from their own tables, with a running balance. */
    private static final String PLAIN =
            """
            select d.*, sum(amount) over (order by day, id) as balance
              from (select id, issued_on as day, number, purchase_order as reference, due_on, null::date as value_on, total_minor as amount
                      from invoice where customer_id = :customer and currency = 'EUR' and number is not null
                       and issued_on between '2026-01-01' and '2029-12-31'
                    union all
                    select id, paid_on, number, method_label, null, value_on, -amount_minor
                      from payment where customer_id = :customer and currency = 'EUR' and status = 'SUCCEEDED'
                       and paid_on between '2026-01-01' and '2029-12-31') d
             order by day, id
            """;

    @Autowired private LongAccount accounts;
    @Autowired private StatementFigures figures;
    @Autowired private StatementRows rows;
    @Autowired private StatementFiles files;

    @Test
    void statements() {
        var sales = new Sales(db);
        for (var i = 1; i <= OTHERS; i++) {
            accounts.of(sales, i, DOCUMENTS / 2);
        }
        var customer = accounts.of(sales, OTHERS + 1, DOCUMENTS);
        sales.run("analyze");

        var plain = measured(() -> plain(customer));
        var all = measured(() -> all(customer));
        var figured = measured(() -> figures(customer));
        var page = measured(() -> page(customer));
        var csv = measured(() -> csv(customer));
        System.out.printf(
                "plain %.0f all %.0f figures %.0f page %.0f csv %.0f%n",
                plain, all, figured, page, csv);
        var pdf = measured(() -> pdf(customer));

        System.out.printf(
                """
                Statement over %,d documents among %,d transfers (median of %d):
                  plain SQL of the same rows %,.0f ms; all rows %,.0f ms, ratio plain / ours %.2f
                  figures and aging %,.0f ms; page of 50 %,.0f ms; CSV %,.0f ms; PDF %,.0f ms, %,d kB, %,d pages/s
                  heap in use after collections at most %,d MB
                """,
                DOCUMENTS,
                sales.figure("select count(*) from transfer").longValue(),
                TRIES,
                plain,
                all,
                plain / all,
                figured,
                page,
                csv,
                pdf,
                pdf(customer) >> 10,
                Math.round(DOCUMENTS / 25.0 / pdf * 1000),
                keptByTheLastCollection() >> 20);
    }

    private int plain(UUID customer) {
        return read(
                db.sql(PLAIN)
                        .bind("customer", customer)
                        .filter(statement -> statement.fetchSize(1000))
                        .map(
                                row ->
                                        List.of(
                                                Objects.requireNonNull(row.get("id", UUID.class)),
                                                Objects.requireNonNull(
                                                        row.get("day", LocalDate.class)),
                                                Objects.requireNonNull(
                                                        row.get("number", String.class)),
                                                Objects.requireNonNull(
                                                        row.get("reference", String.class)),
                                                Objects.requireNonNull(
                                                        row.get("amount", Long.class)),
                                                Objects.requireNonNull(
                                                        row.get("balance", Long.class))))
                        .all()
                        .collectList()
                        .block(Duration.ofMinutes(1)));
    }

    private int all(UUID customer) {
        return read(rows.all(customer, SCOPE).collectList().block(Duration.ofMinutes(1)));
    }

    private static int read(List<?> rows) {
        assertThat(rows).hasSize(DOCUMENTS);
        return rows.size();
    }

    private int figures(UUID customer) {
        var found = figures.of(List.of(customer), SCOPE).single().block(Duration.ofMinutes(1));
        assertThat(Objects.requireNonNull(found).rowCount()).isEqualTo(DOCUMENTS);
        return found.rowCount();
    }

    private int page(UUID customer) {
        var found =
                rows.page(List.of(customer), SCOPE, new Page(50, List.of()))
                        .collectList()
                        .block(Duration.ofMinutes(1));
        return Objects.requireNonNull(found).size();
    }

    private int csv(UUID customer) {
        var length =
                files.csv(customer, SCOPE)
                        .map(String::length)
                        .reduce(0, Integer::sum)
                        .block(Duration.ofMinutes(1));
        return Objects.requireNonNull(length);
    }

    private int pdf(UUID customer) {
        return Objects.requireNonNull(files.pdf(customer, SCOPE).block(Duration.ofMinutes(5)))
                .length;
    }

    /** The median in milliseconds, after two to warm up. */
    private static double measured(Supplier<Integer> act) {
        var times = new double[TRIES];
        for (var i = -2; i < TRIES; i++) {
            var start = System.nanoTime();
            act.get();
            if (i >= 0) {
                times[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(times);
        return times[TRIES / 2];
    }

    private static long keptByTheLastCollection() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .map(MemoryPoolMXBean::getCollectionUsage)
                .filter(Objects::nonNull)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
