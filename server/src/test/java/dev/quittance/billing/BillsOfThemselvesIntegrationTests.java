package dev.quittance.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Shop;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A plan, and a customer who has it: the rest goes by itself. */
class BillsOfThemselvesIntegrationTests extends IntegrationTest {

    @Test
    @Tag("A5")
    @Tag("A17")
    @Tag("A23")
    @Tag("L17")
    @Tag("L19")
    void withAPlanAndACustomerOnItBillsComeEachMonthUntilTheCustomersEnd() {
        var shop = new Shop(asOwner());
        var plan = shop.monthly("USD", "31");
        var customer =
                shop.customer(
                        Map.of(
                                "endsOn", "2030-03-16",
                                "dueDays", 30,
                                "invoiceNote", "Thank you, come again."));
        shop.started(customer, plan);

        clock.moveTo("2030-06-15");

        assertThat(
                        texts(
                                """
                                select i.issued_on || ' due ' || i.due_on || ' for ' || l.service_period || ': ' || i.total_minor
                                  from invoice i join invoice_line l on l.invoice_id = i.id order by i.number
                                """))
                .containsExactly(
                        "2030-01-01 due 2030-01-31 for [2030-01-01,2030-02-01): 3100",
                        "2030-02-01 due 2030-03-03 for [2030-02-01,2030-03-01): 3100",
                        "2030-03-01 due 2030-03-31 for [2030-03-01,2030-03-16): 1500");
        assertThat(texts("select distinct note from invoice"))
                .containsExactly("Thank you, come again.");
        assertThat(texts("select distinct actor from history_entry where what = 'invoice posted'"))
                .contains("Quittance");
    }

    private List<String> texts(String sql) {
        return db.sql(sql).mapValue(String.class).all().collectList().blockOptional().orElseThrow();
    }
}
