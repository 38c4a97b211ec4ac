package dev.quittance.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import com.itextpdf.io.font.FontProgram;
import com.itextpdf.io.font.FontProgramFactory;
import dev.quittance.billing.BillRunKind;
import dev.quittance.billing.BillRuns;
import dev.quittance.documents.DocumentPdf;
import dev.quittance.invoicing.InvoicePicture.Related;
import dev.quittance.organization.Organizations;
import dev.quittance.organization.Seller;
import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Sales;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * How many PDFs one core makes of an invoice of five lines, from the record to the bytes, beside
 * iText alone that writes the same page from finished texts. Rounds alternate; processor time of
 * the one thread counts.
 *
 * <p>{@code ./mvnw test -Pbench -Dtest=InvoicePdfBench}
 */
@Tag("bench")
class InvoicePdfBench extends IntegrationTest {
    private static final LocalDate TODAY = LocalDate.of(2030, 1, 1);
    private static final int WARM = 1_500;
    private static final int ROUNDS = 9;
    private static final int EACH = 300;

    @Autowired private BillRuns runs;
    @Autowired private InvoiceReading reading;
    @Autowired private Organizations organizations;

    @Test
    void pdfs() throws IOException {
        var invoice = invoice();
        var seller = seller(invoice);
        var picture = InvoicePicture.of(invoice, Related.NONE, seller);
        var plain = new PlainPdf(font("NotoSans-Regular"), font("NotoSans-Bold"));
        Supplier<byte[]> ours =
                () -> DocumentPdf.draw(InvoicePicture.of(invoice, Related.NONE, seller));
        Supplier<byte[]> itext = () -> plain.draw(picture);
        seconds(ours, WARM);
        seconds(itext, WARM);

        var mine = new double[ROUNDS];
        var theirs = new double[ROUNDS];
        for (var round = 0; round < ROUNDS; round++) {
            theirs[round] = seconds(itext, EACH) / EACH;
            mine[round] = seconds(ours, EACH) / EACH;
        }

        var ratio = median(theirs) / median(mine);
        System.out.printf(
                """
                An invoice of %d lines as a PDF, per core: %,.0f/s (%.2f ms, %,d bytes)
                  iText alone: %,.0f/s (%.2f ms, %,d bytes): %.2f of its speed
                """,
                invoice.lines().size(),
                1 / median(mine),
                median(mine) * 1e3,
                ours.get().length,
                1 / median(theirs),
                median(theirs) * 1e3,
                itext.get().length,
                ratio);
        assertThat(ratio).isGreaterThan(0.7);
    }

    private Invoice invoice() {
        var sales = new Sales(db);
        var plan = sales.plan("EUR", "10.03", sales.inGermany(), false);
        var customer = sales.customer("Księgarnia Łódź");
        sales.address(customer, "DE");
        for (var i = 0; i < 5; i++) {
            sales.subscribe(customer, plan, TODAY);
        }
        runs.run(BillRunKind.POST, TODAY, null).block(Duration.ofMinutes(1));
        var id = db.sql("select id from invoice").mapValue(UUID.class).one().block();
        return Objects.requireNonNull(reading.byIds(List.of(Objects.requireNonNull(id))).block())
                .values()
                .iterator()
                .next();
    }

    private Seller seller(Invoice invoice) {
        var id = Objects.requireNonNull(invoice.sellerId());
        var found = Objects.requireNonNull(organizations.sellers(List.of(id)).block());
        return Objects.requireNonNull(found.get(id));
    }

    private static FontProgram font(String name) throws IOException {
        try (var file = InvoicePdfBench.class.getResourceAsStream("/fonts/" + name + ".ttf")) {
            return FontProgramFactory.createFont(
                    Objects.requireNonNull(file).readAllBytes(), false);
        }
    }

    /** Processor time of this thread. */
    private static double seconds(Supplier<byte[]> draw, int times) {
        var threads = ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadCpuTime();
        var bytes = 0L;
        for (var i = 0; i < times; i++) {
            bytes += draw.get().length;
        }
        assertThat(bytes).isPositive();
        return (threads.getCurrentThreadCpuTime() - before) / 1e9;
    }

    private static double median(double[] values) {
        return DoubleStream.of(values).sorted().toArray()[values.length / 2];
    }
}
