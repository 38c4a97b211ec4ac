package dev.quittance.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SampleImportIntegrationTests extends ImportTest {
    private static final Path SAMPLE = Path.of("../samples/telco-sample.csv");

    @Test
    void theSampleBecomesCustomersWithSubscriptions() throws IOException {
        clock.moveTo("2030-01-10");
        var id = upload(Files.readAllBytes(SAMPLE));
        show(id).path("customerImport.status")
                .entity(String.class)
                .isEqualTo("UPLOADED")
                .path("customerImport.fileName")
                .entity(String.class)
                .isEqualTo("people.csv")
                .path("customerImport.uploadedBy")
                .entity(String.class)
                .isEqualTo("Sam Staff")
                .path("customerImport.rowCount")
                .entity(Integer.class)
                .isEqualTo(300)
                .path("customerImport.totals")
                .entityList(Map.class)
                .hasSize(0)
                .path("customerImport.columns[0].samples")
                .entityList(String.class)
                .hasSize(3)
                .path("customerImport.mapping.currency")
                .entity(String.class)
                .isEqualTo("USD");
        check(id);
        show(id).path("customerImport.status")
                .entity(String.class)
                .isEqualTo("CHECKED")
                .path("customerImport.goodCount")
                .entity(Integer.class)
                .isEqualTo(300)
                .path("customerImport.badCount")
                .entity(Integer.class)
                .isEqualTo(0)
                .path("customerImport.totals[0].amount")
                .entity(String.class)
                .isEqualTo("18612.30");
        assertThat(count("select count(*) from customer")).isZero();

        run(id, false);
        show(id).path("customerImport.status")
                .entity(String.class)
                .isEqualTo("COMPLETED")
                .path("customerImport.importedCount")
                .entity(Integer.class)
                .isEqualTo(300)
                .path("customerImport.doneCount")
                .entity(Integer.class)
                .isEqualTo(300);
        assertThat(
                        count(
                                "select count(*) from customer where payment_kind = 'INVOICE' and email is null"))
                .isEqualTo(300);
        assertThat(
                        count(
                                "select count(*) from subscription where phase = 'LIVE' and currency = 'USD' and next_bill_on = '2030-01-10'"))
                .isEqualTo(300);
        assertThat(
                        count(
                                "select (sum(own_price) * 100)::bigint from subscription_item where plan_id is not null"))
                .isEqualTo(1861230);
        assertThat(
                        count(
                                "select count(*) from subscription_item where addon_id is not null and own_price <> 0"))
                .isZero();
        assertThat(
                        count(
                                "select count(*) from subscription s join customer c on c.id = s.customer_id where (c.contract_type = 'Two year') = (s.minimum_term_ends_on = '2032-01-10') or s.minimum_term_ends_on is null and c.contract_type = 'Month-to-month'"))
                .isEqualTo(300);
        assertThat(count("select count(*) from invoice")).isZero();
        assertThat(
                        count(
                                "select count(*) from history_entry where what = 'customer created' and actor = 'Sam Staff'"))
                .isEqualTo(300);

        startRun(id, false)
                .path("runCustomerImport.__typename")
                .entity(String.class)
                .isEqualTo("ImportBusy");
        startCheck(id, "Imported plan")
                .path("checkCustomerImport.__typename")
                .entity(String.class)
                .isEqualTo("ImportBusy");

        var again = upload(Files.readAllBytes(SAMPLE));
        check(again);
        show(again)
                .path("customerImport.goodCount")
                .entity(Integer.class)
                .isEqualTo(0)
                .path("customerImport.badCount")
                .entity(Integer.class)
                .isEqualTo(300);
        assertThat(faults(again, 1).getFirst().get("reason").toString())
                .contains("is there already");
    }
}
