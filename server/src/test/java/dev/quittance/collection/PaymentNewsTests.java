package dev.quittance.collection;

import static dev.quittance.collection.Till.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.payments.Books;
import dev.quittance.platform.Caller;
import dev.quittance.platform.Changes;
import dev.quittance.platform.Permission;
import dev.quittance.testing.IntegrationTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What others hear of a payment: live, and in the history. */
class PaymentNewsTests extends IntegrationTest {
    private static final LocalDate MARCH = LocalDate.of(2030, 3, 1);

    @Autowired Books books;

    @Autowired Changes changes;

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
        // Streams open and listening begins in their own time: all are there once they hear this.
        var greeting = UUID.randomUUID();
        until(
                () -> {
                    changes.announce("PAYMENT", greeting, ada).block(Duration.ofSeconds(5));
                    changes.announce("PAYMENT", greeting, bob).block(Duration.ofSeconds(5));
                    return Stream.of(payer, organisation, stranger)
                            .allMatch(ears -> ears.contains(greeting.toString()));
                });

        var answer = new Till(asContact(ada)).pay("card_success", invoice);

        var payment = Till.payment(answer).toString();
        until(() -> payer.contains(payment) && organisation.contains(payment));
        assertThat(stranger).isSubsetOf(greeting.toString(), "null");
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

    private static void until(BooleanSupplier so) throws InterruptedException {
        var last = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!so.getAsBoolean()) {
            assertThat(System.nanoTime()).as("heard within half a minute").isLessThan(last);
            Thread.sleep(200);
        }
    }

    private List<String> heard(Caller caller) {
        var heard = new CopyOnWriteArrayList<String>();
        live(caller)
                .document("subscription { paymentChanged { id } }")
                .executeSubscription()
                .toFlux()
                .map(answer -> answer.path("paymentChanged").entity(Map.class).get())
                .onErrorComplete()
                // Without an id: many may have changed while nobody listened.
                .subscribe(change -> heard.add(String.valueOf(change.get("id"))));
        return heard;
    }
}
