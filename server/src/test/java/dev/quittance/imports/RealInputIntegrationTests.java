package dev.quittance.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.quittance.billing.BillRunKind;
import dev.quittance.billing.BillRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;

/** The published sample of 7,043 telephone customers, where it lies beside the repository. */
@TestMethodOrder(OrderAnnotation.class)
class RealInputIntegrationTests extends ImportTest {
    private static final Path FILE = Path.of("../../shared/data/telco-customers.csv");
    private static final int CUSTOMERS = 7_043;
    private static final String TOTAL = "456116.60";
    private static final long TOTAL_MINOR = 45_611_660;

    @Autowired private BillRuns runs;

    @Test
    @Order(1)
    void theRealFileBecomesItsCustomersToTheCent() throws IOException {
        assumeTrue(
                Files.exists(FILE),
                "The real input is not here: put it at " + FILE.toAbsolutePath().normalize());
        var began = Instant.now();
        var id = upload(Files.readAllBytes(FILE));
        check(id, "Telephone");
        show(id).path("customerImport.rowCount")
                .entity(Integer.class)
                .isEqualTo(CUSTOMERS)
                .path("customerImport.badCount")
                .entity(Integer.class)
                .isEqualTo(0)
                .path("customerImport.totals[0].amount")
                .entity(String.class)
                .isEqualTo(TOTAL)
                .path("customerImport.totals[0].currency")
                .entity(String.class)
                .isEqualTo("USD");
        run(id, false);
        System.out.printf(
                "The real file of %,d customers was imported in %,d ms.%n",
                CUSTOMERS, Duration.between(began, Instant.now()).toMillis());
        show(id).path("customerImport.importedCount").entity(Integer.class).isEqualTo(CUSTOMERS);
        assertThat(count("select count(*) from customer")).isEqualTo(CUSTOMERS);
        assertThat(count("select count(*) from subscription")).isEqualTo(CUSTOMERS);
        assertThat(count("select sum(own_price * 100)::bigint from subscription_item"))
                .isEqualTo(TOTAL_MINOR);
        assertThat(
                        count(
                                "select count(*) from subscription where minimum_term_ends_on is not null"))
                .isEqualTo(1_473 + 1_695);
    }

    @Test
    @Order(2)
    @Tag("L27")
    void theFirstBillRunMakesEachInvoiceAndTheSecondNone() {
        assumeTrue(Files.exists(FILE), "The real input is not here, so there is nothing to bill.");
        var began = Instant.now();
        runs.run(BillRunKind.POST, clock.today(), null).block(Duration.ofMinutes(5));
        System.out.printf(
                "%,d invoices were posted in %,d ms.%n",
                CUSTOMERS, Duration.between(began, Instant.now()).toMillis());
        assertBilledOnce();
        runs.run(BillRunKind.POST, clock.today(), null).block(Duration.ofMinutes(5));
        assertBilledOnce();
        assertThat(count("select count(*) from mail")).isZero();
    }

    private void assertBilledOnce() {
        assertThat(count("select count(*) from invoice where status = 'OPEN' and currency = 'USD'"))
                .isEqualTo(CUSTOMERS);
        assertThat(count("select count(*) from invoice")).isEqualTo(CUSTOMERS);
        assertThat(count("select sum(total_minor)::bigint from invoice")).isEqualTo(TOTAL_MINOR);
        assertThat(count("select sum(tax_minor)::bigint from invoice")).isZero();
        assertThat(count("select count(distinct number) from invoice")).isEqualTo(CUSTOMERS);
        assertThat(count("select max(right(number, 6)::bigint) from invoice")).isEqualTo(CUSTOMERS);
    }
}
