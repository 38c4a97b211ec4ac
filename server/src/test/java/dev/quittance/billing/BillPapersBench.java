package dev.quittance.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.platform.Outbox;
import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.ProcessorTime;
import dev.quittance.testing.Sales;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;

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
                Flux.interval(Duration.ofSeconds(1))
                        .map(_ -> keptByTheLastCollection())
                        .takeUntilOther(outbox.drain())
                        .collectList()
                        .blockOptional(Duration.ofMinutes(30))
                        .orElseThrow();
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
                most(kept.subList(0, kept.size() / 2)),
                most(kept.subList(kept.size() / 2, kept.size())));
    }

    private void bill(Sales sales, String prefix, int count, UUID plan) {
        sales.many(prefix, count, plan, TODAY);
        sales.run("update customer set email = 'billing@example.com'");
        var run =
                Objects.requireNonNull(
                        runs.run(BillRunKind.POST, TODAY, null).block(Duration.ofMinutes(10)));
        assertThat(run.invoiceCount()).isEqualTo(count);
    }

    private static long keptByTheLastCollection() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .map(MemoryPoolMXBean::getCollectionUsage)
                .filter(Objects::nonNull)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }

    private static long most(List<Long> bytes) {
        return bytes.stream().mapToLong(Long::longValue).max().orElse(0) >> 20;
    }
}
