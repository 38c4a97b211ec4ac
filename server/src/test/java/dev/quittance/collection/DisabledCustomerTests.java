package dev.quittance.collection;

import static dev.quittance.collection.Till.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.payments.Books;
import dev.quittance.testing.IntegrationTest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A customer who is disabled can still read and pay. */
@Tag("T30")
class DisabledCustomerTests extends IntegrationTest {
    @Autowired Books books;

    @Test
    void itsContactsReadAndPay() {
        var ada = books.customer("Ada");
        var invoice = books.invoice(ada, "USD", 2580, LocalDate.of(2030, 3, 1));
        disable(ada);

        asContact(ada)
                .document("query($id: ID!) { invoice(id: $id) { status amountDue { amount } } }")
                .variable("id", invoice)
                .execute()
                .path("invoice.amountDue.amount")
                .entity(String.class)
                .isEqualTo("25.80");
        var till = new Till(graphql(contact(ada)));
        var paid = till.pay("card_success", till.token(List.of(invoice)), "still", invoice);

        assertThat(at(paid, "__typename")).isEqualTo("PaymentSucceeded");
        books.mustAgree();
    }

    private void disable(UUID customer) {
        asOwner()
                .document(
                        """
                        mutation($id: ID!) { updateCustomer(input: {id: $id, active: false}) { __typename } }""")
                .variable("id", customer)
                .execute()
                .path("updateCustomer.__typename")
                .entity(String.class)
                .isEqualTo("CustomerUpdated");
    }
}
