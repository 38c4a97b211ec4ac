package dev.quittance.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.platform.Outbox;
import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.KeptHeap;
import dev.quittance.testing.ProcessorTime;
import dev.quittance.testing.Sales;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * How fast the papers of a bill run are made, and whether memory stays flat meanwhile: a PDF of
 * each invoice, and a mail with it.
 *
 * <p>{@code ./mvnw test -Pbench -Dtest=BillPapersBench [-Dbench.documents=10000]}
 */
@Tag("bench")
class BillPapersBench extends IntegrationTest {
    private static final LocalDate TODAY = LocalDate.of(2030, 1, 1);
    private static final int WARM = 500;
    private static final int INVOICES = Integer.getInteger("bench.documents", 10_000);

    @Autowired private BillRuns runs;
    @Autowired private Outbox outbox;

    @Test
    void papers() {
        var sales = new Sales(db);
        var plan = sales.plan("EUR", "10", sales.inGermany(), false);
        bill(sales, "Warm ", WARM, plan);
        outbox.drain().block(Duration.ofMinutes(5));
        bill(sales, "Papers ", INVOICES, plan);

        var before = ProcessorTime.now();
        var start = System.nanoTime();
        var kept =
                KeptHeap.during(outbox.drain()).blockOptional(Duration.ofMinutes(30)).orElseThrow();
        var seconds = (System.nanoTime() - start) / 1e9;
        var busy = ProcessorTime.now().since(before);

        assertThat(sales.figure("select count(*) from document_file").intValueExact())
                .isEqualTo(WARM + INVOICES);
        assertThat(sales.figure("select count(*) from mail").intValueExact())
                .isEqualTo(WARM + INVOICES);
        assertThat(sales.figure("select count(*) from delivery")).isZero();
        System.out.printf(
                """
                Papers of %,d invoices: %,.0f/s; processor time each: server %.2f ms, database %.2f ms
                  heap in use after collections: first half at most %,d MB, second half %,d MB
                """,
                INVOICES,
                INVOICES / seconds,
                busy.server().toNanos() / 1e6 / INVOICES,
                busy.database().toNanos() / 1e6 / INVOICES,
                kept.first(),
                kept.second());
    }

    private void bill(Sales sales, String prefix, int count, UUID plan) {
        sales.many(prefix, count, plan, TODAY);
        sales.run("update subscription set currency = 'EUR'");
        sales.run("update customer set email = 'billing@example.com'");
        var run =
                Objects.requireNonNull(
                        runs.run(BillRunKind.POST, TODAY, null).block(Duration.ofMinutes(10)));
        assertThat(run.invoiceCount()).isEqualTo(count);
    }
}
