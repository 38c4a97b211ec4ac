package dev.quittance.latefees;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.collection.Till;
import dev.quittance.ledger.BooksRules;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;

/** Overdue invoices bear fees by rule, each once. */
class LateFeeTests extends LateInvoice {
    @Autowired LateFeesByDate nightly;
    @Autowired BooksRules rules;

    @Test
    void aFeeIsMadeOnItsDaysAndNoMoreThanAsOften() {
        set(Map.of("firstDays", 7, "everyDays", 30, "times", 2, "percent", "1.5"));
        clock.moveTo(due.plusDays(6));
        assertThat(fees()).isEmpty();
        clock.moveTo(due.plusDays(7));
        assertThat(fees()).containsExactly("1 7 1000.00 15.00 15.00");
        assertThat(description())
                .isEqualTo(
                        "Late fee for invoice %s, 7 days overdue: 1.5 %% of USD 1000.00"
                                .formatted(number()));
        clock.moveTo(due.plusDays(120));
        assertThat(fees()).containsExactly("1 7 1000.00 15.00 15.00", "2 37 1000.00 15.00 15.00");
        assertThat(noted()).isEqualTo(2);
    }

    @Test
    void twentyServersInOneNightMakeItOnce() {
        setOnce("USD", "25");
        clock.moveTo(due.plusDays(2));
        Flux.fromStream(IntStream.range(0, 20).boxed())
                .flatMap(_ -> nightly.run(due.plusDays(3), ZoneId.of("UTC")), 20)
                .blockLast();
        clock.moveTo(due.plusDays(3));
        assertThat(fees()).containsExactly("1 3 1000.00 25.00 25.00");
    }

    @Test
    void aFeeThatIsBilledOtherwiseIsNamedByTheBooks() {
        setOnce("USD", "25");
        clock.moveTo(due.plusDays(3));
        assertThat(named()).isEmpty();
        change("amount_minor = amount_minor + 1");
        assertThat(named())
                .containsExactly(
                        "Invoice %s: its late fee 1 is USD 25.01, but USD 25.00 is billed for it."
                                .formatted(number()));
        change("amount_minor = amount_minor - 1");
    }

    private void change(String what) {
        db.sql("update late_fee set " + what + " where invoice_id = :id")
                .bind("id", invoice)
                .then()
                .block();
    }

    private List<String> named() {
        return rules.check("late-fees").block().first().stream()
                .map(difference -> difference.sentence())
                .toList();
    }

    @Test
    void whatIsPaidBearsNone() {
        set(Map.of("firstDays", 3, "times", 1, "percent", "2"));
        new Till(asOwner()).confirm(Map.of(), invoice);
        clock.moveTo(due.plusDays(10));
        assertThat(fees()).isEmpty();
    }

    @Test
    void whatIsWhollyCreditedBearsNone() {
        set(Map.of("firstDays", 3, "times", 1, "percent", "2"));
        credit(invoice);
        clock.moveTo(due.plusDays(10));
        assertThat(fees()).isEmpty();
    }

    @Test
    void ofWhatIsPaidInPartTheRestCounts() {
        set(Map.of("firstDays", 3, "times", 1, "percent", "2"));
        new Till(asOwner())
                .confirm(Map.of("amount", Map.of("amount", "900.50", "currency", "USD")), invoice);
        clock.moveTo(due.plusDays(10));
        assertThat(fees()).containsExactly("1 3 99.50 1.99 1.99");
    }

    @Test
    void aCustomerCanBeFreed() {
        set(Map.of("firstDays", 3, "times", 1, "percent", "2"));
        set(Map.of("customerId", customer, "firstDays", 1, "times", 0));
        clock.moveTo(due.plusDays(10));
        assertThat(fees()).isEmpty();
    }

    @Test
    void daysBeforeTheRuleAreNotMadeUpFor() {
        clock.moveTo(due.plusDays(20));
        set(Map.of("firstDays", 7, "everyDays", 10, "times", 3, "percent", "1"));
        clock.moveTo(due.plusDays(40));
        assertThat(fees()).containsExactly("3 27 1000.00 10.00 10.00");
    }

    @Test
    void theContactSeesWhatTheInvoiceBearsAndNobodyElseDoes() {
        setOnce("USD", "25");
        clock.moveTo(due.plusDays(3));
        var fee =
                """
                query($id: ID!) { invoice(id: $id) { lateFee { lateInvoice { number } } lateFees { step } } }""";
        asContact(customer)
                .document(fee)
                .variable("id", feeInvoice())
                .execute()
                .path("invoice.lateFee.lateInvoice.number")
                .entity(String.class)
                .isEqualTo(number());
        asContact(customer)
                .document(fee)
                .variable("id", invoice)
                .execute()
                .path("invoice.lateFees[*].step")
                .entityList(Integer.class)
                .containsExactly(1);
        asContact(shop.customer())
                .document(fee)
                .variable("id", invoice)
                .execute()
                .errors()
                .filter(_ -> true)
                .verify()
                .path("invoice")
                .valueIsNull();
    }
}
