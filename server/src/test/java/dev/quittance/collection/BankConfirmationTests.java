package dev.quittance.collection;

import static dev.quittance.collection.Till.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.payments.Books;
import dev.quittance.payments.Recovery;
import dev.quittance.testing.IntegrationTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.BodyInserters;

/** Paying with a card whose bank wants a confirmation. */
class BankConfirmationTests extends IntegrationTest {
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
    void theBankIsAskedAndThePaymentGoesOn() {
        var invoice = books.invoice(ada, "USD", 1000, MARCH);
        var asked = till.pay("card_requires_confirmation", invoice);
        assertThat(at(asked, "__typename")).isEqualTo("PaymentRequiresAction");

        var again = till.goOn(Till.payment(asked));
        var other = till.pay("card_success", invoice);
        atTheBank(String.valueOf(at(asked, "actionUrl")), "confirm");
        var answer = till.goOn(Till.payment(asked));

        assertThat(at(again, "actionUrl")).isEqualTo(at(asked, "actionUrl"));
        assertThat(at(other, "__typename")).isEqualTo("PaymentInProgress");
        assertThat(at(other, "payment.id")).isEqualTo(at(asked, "payment.id"));
        assertThat(at(answer, "__typename")).isEqualTo("PaymentSucceeded");
        assertThat(at(answer, "invoices.0.status")).isEqualTo("PAID");
        assertThat(at(till.goOn(Till.payment(asked)), "__typename")).isEqualTo("PaymentSucceeded");
    }

    @Test
    void refusedAtTheBankNothingIsPaid() {
        var invoice = books.invoice(ada, "USD", 1000, MARCH);
        var asked = till.pay("card_requires_confirmation", invoice);

        atTheBank(String.valueOf(at(asked, "actionUrl")), "refuse");
        atTheBank(String.valueOf(at(asked, "actionUrl")), "confirm");
        var answer = till.goOn(Till.payment(asked));

        assertThat(at(answer, "__typename")).isEqualTo("PaymentDeclined");
        assertThat(at(answer, "retryable")).isEqualTo(true);
    }

    @Test
    void whoConfirmsAndNeverComesBackHasPaid() throws InterruptedException {
        var invoice = books.invoice(ada, "USD", 1000, MARCH);
        var asked = till.pay("card_requires_confirmation", invoice);

        atTheBank(String.valueOf(at(asked, "actionUrl")), "confirm");

        assertThat(soonPaid(invoice)).isTrue();
    }

    @Test
    void whatNobodyConfirmsIsDroppedAfter23Hours() {
        var invoice = books.invoice(ada, "USD", 1000, MARCH);
        var asked = till.pay("card_requires_confirmation", invoice);

        recovery.age(Duration.ofHours(22));
        recovery.run();
        var before = till.goOn(Till.payment(asked));
        recovery.age(Duration.ofHours(1));
        recovery.run();
        var after = till.goOn(Till.payment(asked));
        atTheBank(String.valueOf(at(asked, "actionUrl")), "confirm");
        recovery.run();

        assertThat(at(before, "__typename")).isEqualTo("PaymentRequiresAction");
        assertThat(at(after, "__typename")).isEqualTo("PaymentDeclined");
        assertThat(status(invoice)).isEqualTo("OPEN");
    }

    @Test
    @Tag("L11")
    void surplusBecomesCredit() {
        var invoice = books.invoice(ada, "USD", 1000, MARCH);
        var asked = till.pay("card_requires_confirmation", invoice);
        books.creditNote(ada, invoice, 400);

        atTheBank(String.valueOf(at(asked, "actionUrl")), "confirm");
        var answer = till.goOn(Till.payment(asked));

        assertThat(at(answer, "paid.amount.amount")).isEqualTo("10.00");
        assertThat(at(answer, "paid.unallocated.amount")).isEqualTo("4.00");
        assertThat(at(answer, "invoices.0.status")).isEqualTo("PAID");
        assertThat(books.credit(ada)).isEqualTo(400);
    }

    private void atTheBank(String path, String answer) {
        http().get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueMatches("Content-Security-Policy", ".*default-src 'none'.*")
                .expectBody(String.class)
                .value(page -> assertThat(page).contains("Sandbox Bank"));
        http().post()
                .uri(path)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(BodyInserters.fromFormData("answer", answer))
                .exchange()
                .expectStatus()
                .isSeeOther();
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
}
