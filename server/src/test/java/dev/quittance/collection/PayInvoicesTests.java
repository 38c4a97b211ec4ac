package dev.quittance.collection;

import static dev.quittance.collection.Till.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.payments.Books;
import dev.quittance.payments.PaymentFailed;
import dev.quittance.payments.Recovery;
import dev.quittance.testing.IntegrationTest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Paying by card, from credit and with the bank's confirmation, as the portal does. */
class PayInvoicesTests extends IntegrationTest {
    private static final LocalDate MARCH = LocalDate.of(2030, 3, 1);

    @Autowired Books books;
    @Autowired Recovery recovery;

    private UUID ada;
    private Till till;

    @BeforeEach
    void aCustomer() {
        ada = books.customer("Ada");
        till = new Till(asContact(ada));
    }

    @AfterEach
    void theBooksAgree() {
        books.mustAgree();
    }

    @Test
    @Tag("P64")
    @Tag("P65")
    @Tag("P69")
    @Tag("P75")
    void payingOneInvoiceMakesItPaid() {
        var invoice = books.invoice(ada, "USD", 2580, MARCH);

        var answer = till.pay("card_success", invoice);

        assertThat(at(answer, "__typename")).isEqualTo("PaymentSucceeded");
        assertThat(at(answer, "paid.amount.amount")).isEqualTo("25.80");
        assertThat(at(answer, "paid.number")).asString().matches("RCP-2030-\\d{6}");
        assertThat(at(answer, "paid.methodLabel")).isEqualTo("Visa •••• 4242");
        assertThat(at(answer, "invoices.0.status")).isEqualTo("PAID");
        assertThat(at(answer, "invoices.0.amountDue.amount")).isEqualTo("0.00");
        assertThat(events("PaymentReceived", Till.payment(answer))).isEqualTo(1);
    }

    @Test
    @Tag("P5")
    @Tag("P67")
    @Tag("P68")
    void allInvoicesArePaidInOneGoByOnePaymentOldestFirst() {
        var late = books.invoice(ada, "USD", 1000, MARCH.plusMonths(1));
        var early = books.invoice(ada, "USD", 2000, MARCH);
        var paid = books.invoice(ada, "USD", 100, MARCH);
        till.pay("card_success", paid);

        var quote = till.preview(List.of(late, early, paid));
        var answer = till.pay("card_success", late, early, paid);

        assertThat(at(quote, "due.amount")).isEqualTo("30.00");
        assertThat(at(quote, "invoices.0.id")).isEqualTo(early.toString());
        assertThat(at(quote, "invoices.1.id")).isEqualTo(late.toString());
        assertThat(at(answer, "paid.amount.amount")).isEqualTo("30.00");
        assertThat(at(answer, "paid.allocations.0.invoice.id")).isEqualTo(early.toString());
        assertThat(at(answer, "paid.allocations.1.amount.amount")).isEqualTo("10.00");
        assertThat(at(answer, "invoices.1.status")).isEqualTo("PAID");
    }

    @Test
    void creditIsUsedFirstAndShownBefore() {
        var first = books.invoice(ada, "USD", 1000, MARCH);
        var second = books.invoice(ada, "USD", 500, MARCH.plusDays(1));
        books.credit(ada, "USD", 1200);

        var quote = till.preview(List.of(first, second));
        var answer = till.pay("card_success", first, second);

        assertThat(at(quote, "creditUsed.amount")).isEqualTo("12.00");
        assertThat(at(quote, "toCharge.amount")).isEqualTo("3.00");
        assertThat(at(answer, "paid.amount.amount")).isEqualTo("3.00");
        assertThat(at(answer, "invoices.0.status")).isEqualTo("PAID");
        assertThat(at(answer, "invoices.1.status")).isEqualTo("PAID");
        assertThat(books.credit(ada)).isZero();
    }

    @Test
    void creditAlonePaysWithoutCard() {
        var invoice = books.invoice(ada, "USD", 1000, MARCH);
        books.credit(ada, "USD", 1500);

        var answer = till.pay(null, invoice);

        assertThat(at(answer, "__typename")).isEqualTo("PaymentSucceeded");
        assertThat(at(answer, "paid")).isNull();
        assertThat(at(answer, "invoices.0.status")).isEqualTo("PAID");
        assertThat(books.credit(ada)).isEqualTo(500);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "card_decline_insufficient_funds, true, not enough money",
        "card_decline_lost_or_stolen, false, Use another card",
        "card_decline_expired, false, expired"
    })
    void aDeclineLeavesEverythingAsItWasAndSaysWhatToDo(
            String card, boolean retryable, String reason) {
        var invoice = books.invoice(ada, "USD", 1000, MARCH);
        books.credit(ada, "USD", 300);

        var answer = till.pay(card, invoice);

        assertThat(at(answer, "__typename")).isEqualTo("PaymentDeclined");
        assertThat(at(answer, "retryable")).isEqualTo(retryable);
        assertThat(at(answer, "message")).asString().contains(reason);
        assertThat(at(answer, "payment.status")).isEqualTo("DECLINED");
        assertThat(books.credit(ada)).isEqualTo(300);
        assertThat(events(PaymentFailed.class.getSimpleName(), Till.payment(answer))).isEqualTo(1);
        assertThat(at(till.pay("card_success", invoice), "__typename"))
                .isEqualTo("PaymentSucceeded");
    }

    @Test
    void moneyOnItsWayIsSaidSoAndArrives() throws InterruptedException {
        var invoice = books.invoice(ada, "USD", 1000, MARCH);

        var answer = till.pay("card_processing", invoice);
        recovery.run();
        var early = status(invoice);
        Thread.sleep(700);
        recovery.run();

        assertThat(at(answer, "__typename")).isEqualTo("PaymentProcessing");
        assertThat(early).isEqualTo("OPEN");
        assertThat(status(invoice)).isEqualTo("PAID");
    }

    @Test
    void aSlowBankIsNotWaitedForForever() throws InterruptedException {
        var invoice = books.invoice(ada, "USD", 1000, MARCH);

        var answer = till.pay("card_slow", invoice);

        assertThat(at(answer, "__typename")).isEqualTo("PaymentProcessing");
        assertThat(soonPaid(invoice)).isTrue();
    }

    private boolean soonPaid(UUID invoice) throws InterruptedException {
        for (var i = 0; i < 100 && !status(invoice).equals("PAID"); i++) {
            Thread.sleep(50);
        }
        return status(invoice).equals("PAID");
    }

    private String status(UUID invoice) {
        return String.valueOf(
                db.sql("select status from invoice where id = :id")
                        .bind("id", invoice)
                        .mapValue(String.class)
                        .one()
                        .block());
    }

    private long events(String kind, UUID payment) {
        return books.number(
                "select count(*) from event where type = '%s' and payload->>'payment' = '%s'"
                        .formatted(kind, payment));
    }
}
