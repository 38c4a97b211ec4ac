package dev.quittance.collection;

import static dev.quittance.collection.Till.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.payments.Books;
import dev.quittance.platform.Caller;
import dev.quittance.platform.Permission;
import dev.quittance.testing.IntegrationTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What others hear of a payment: live, and in the history. */
class PaymentNewsTests extends IntegrationTest {
    private static final LocalDate MARCH = LocalDate.of(2030, 3, 1);

    @Autowired Books books;

    private UUID ada;

    @BeforeEach
    void aCustomer() {
        ada = books.customer("Ada");
    }

    @Test
    @Tag("P75")
    void thePayerAndTheOrganisationHearOfItAndStrangersDont() throws InterruptedException {
        var bob = books.customer("Bob");
        var invoice = books.invoice(ada, "USD", 1000, MARCH);
        var payer = heard(contact(ada));
        var organisation = heard(staff(Permission.PAYMENT_READ));
        var stranger = heard(contact(bob));
        Thread.sleep(1000);

        var answer = new Till(asContact(ada)).pay("card_success", invoice);
        Thread.sleep(1000);

        var payment = Till.payment(answer).toString();
        assertThat(payer).contains(payment);
        assertThat(organisation).contains(payment);
        assertThat(stranger).isEmpty();
    }

    @Test
    void theHistoryTellsWhoPaidAndWhatBecameOfIt() {
        var invoice = books.invoice(ada, "USD", 1000, MARCH);

        var answer = new Till(asContact(ada)).pay("card_success", invoice);

        var told =
                db.sql(
                                """
                                select actor || ': ' || what from history_entry
                                 where customer_id = :customer and subject_id = any(:subjects)
                                 order by id
                                """)
                        .bind("customer", ada)
                        .bind("subjects", new UUID[] {Till.payment(answer), invoice})
                        .mapValue(String.class)
                        .all()
                        .collectList()
                        .block(Duration.ofSeconds(10));
        assertThat(told)
                .containsExactly(
                        "Connie Contact: payment begun",
                        "Quittance: invoice paid",
                        "Quittance: payment received");
    }

    @Test
    void anotherCustomersPaymentCantBeContinued() {
        var invoice = books.invoice(ada, "USD", 1000, MARCH);
        var asked = new Till(asContact(ada)).pay("card_requires_confirmation", invoice);
        assertThat(at(asked, "__typename")).isEqualTo("PaymentRequiresAction");

        asContact(books.customer("Bob"))
                .document(Till.CONTINUE)
                .variable("id", Till.payment(asked).toString())
                .execute()
                .errors()
                .satisfy(
                        errors ->
                                assertThat(errors)
                                        .singleElement()
                                        .satisfies(
                                                error ->
                                                        assertThat(error.getErrorType().toString())
                                                                .isEqualTo("NOT_FOUND")));
    }

    private List<String> heard(Caller caller) {
        var heard = new CopyOnWriteArrayList<String>();
        live(caller)
                .document("subscription { paymentChanged { id } }")
                .executeSubscription()
                .toFlux("paymentChanged.id", String.class)
                .onErrorComplete()
                .subscribe(heard::add);
        return heard;
    }
}
