package dev.quittance.takeover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.testing.Sales;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How long ten thousand open invoices take to be checked, taken over and taken back.
 *
 * <p>{@code ./mvnw test -Pbench -Dtest=TakeOverBench [-Dbench.rows=100000]}
 */
@Tag("bench")
class TakeOverBench extends TakeOverTest {
    private static final int ROWS = Integer.getInteger("bench.rows", 10_000);
    private static final int CUSTOMERS = 2_000;

    @Test
    void tenThousandOpenInvoices() {
        var sales = new Sales(db);
        var customers =
                IntStream.range(0, CUSTOMERS)
                        .mapToObj(i -> sales.customer("Former " + i).toString())
                        .toList();
        var file = file(customers);
        var id = new String[1];
        timed("uploaded and checked", () -> id[0] = checked("OPEN_INVOICES", file));
        start(id[0], false, null, "TakeOverStarted");
        timed("taken over", this::work);
        assertThat(field(id[0], "importedCount")).isEqualTo(String.valueOf(ROWS));
        timed("figures", () -> figure(id[0], "booked", "true"));
        timed("taken back", () -> undo(id[0], "TakeOverUndone"));
        timed("books", this::assertBooks);
    }

    private static String file(List<String> customers) {
        var file = new StringBuilder(INVOICES);
        for (var i = 0; i < ROWS; i++) {
            file.append(
                    "%s,BENCH-%d,2026-01-05,2026-01-19,EUR,119.00,59.50,100.00,19,19.00\n"
                            .formatted(customers.get(i % CUSTOMERS), i));
        }
        return file.toString();
    }

    private static void timed(String what, Runnable work) {
        var begun = Instant.now();
        work.run();
        System.out.printf(
                "%,d rows %s: %,d ms%n",
                ROWS, what, Duration.between(begun, Instant.now()).toMillis());
    }
}
