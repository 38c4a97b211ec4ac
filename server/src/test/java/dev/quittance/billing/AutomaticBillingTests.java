package dev.quittance.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Shop;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Two steps set billing up: a plan, and a customer on it. What follows comes by itself. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AutomaticBillingTests extends IntegrationTest {
    private UUID customer = new UUID(0, 0);
    private UUID subscription = new UUID(0, 0);

    @BeforeAll
    void setUp() {
        var shop = new Shop(asOwner());
        var plan = shop.monthly("USD", "25.80");
        customer = shop.customer(Map.of("email", "billing@auto.example", "dueDays", 10));
        subscription = shop.started(customer, plan);
    }

    @Test
    @Order(1)
    @Tag("A5")
    @Tag("A17")
    @Tag("A23")
    void billsComeAndAreMailedWithoutAnybodyDoingAnything() {
        clock.moveTo("2030-04-01");

        asContact(customer)
                .document(
                        "{ viewer { customer { invoices { edges { node { issuedOn dueOn total { amount } } } } } } }")
                .execute()
                .path("viewer.customer.invoices.edges[*].node.issuedOn")
                .entityList(String.class)
                .containsExactly("2030-04-01", "2030-03-01", "2030-02-01", "2030-01-01")
                .path("viewer.customer.invoices.edges[*].node.dueOn")
                .entityList(String.class)
                .containsExactly("2030-04-11", "2030-03-11", "2030-02-11", "2030-01-11")
                .path("viewer.customer.invoices.edges[*].node.total.amount")
                .entityList(String.class)
                .containsExactly("25.80", "25.80", "25.80", "25.80");
        asOwner()
                .document(
                        "query($id: ID!) { mails(filter: {customerId: $id}) { edges { node { to subject attachments { size } } } } }")
                .variable("id", customer)
                .execute()
                .path("mails.edges[?(@.node.subject =~ /Invoice .*/)].node.to[0]")
                .entityList(String.class)
                .containsExactly(
                        "billing@auto.example",
                        "billing@auto.example",
                        "billing@auto.example",
                        "billing@auto.example")
                .path("mails.edges[?(@.node.subject =~ /Invoice .*/)].node.attachments[0].size")
                .entityList(Integer.class)
                .satisfies(sizes -> assertThat(sizes).hasSize(4).allMatch(size -> size > 1000));
    }

    @Test
    @Order(2)
    @Tag("P62")
    @Tag("P63")
    void aContactPaysWhatIsOpenAmongTheInvoicesOfASubscription() {
        var open = openOfTheSubscription();
        assertThat(open).hasSize(4);

        var quote =
                asContact(customer)
                        .document(
                                "query($ids: [ID!]!) { previewPayment(input: {invoiceIds: $ids}) { token } }")
                        .variable("ids", open.subList(0, 1))
                        .execute()
                        .path("previewPayment.token")
                        .entity(String.class)
                        .get();
        asContact(customer)
                .document(
                        "mutation($i: PayInvoicesInput!) { payInvoices(input: $i) { ... on PaymentSucceeded { invoices { status } } } }")
                .variable(
                        "i",
                        Map.of(
                                "invoiceIds",
                                open.subList(0, 1),
                                "cardToken",
                                "card_success",
                                "quoteToken",
                                quote,
                                "idempotencyKey",
                                "from-the-subscription"))
                .execute()
                .path("payInvoices.invoices[0].status")
                .entity(String.class)
                .isEqualTo("PAID");

        assertThat(openOfTheSubscription()).containsExactlyElementsOf(open.subList(1, 4));
    }

    private List<String> openOfTheSubscription() {
        return asContact(customer)
                .document(
                        """
                        query($subscription: ID!) { viewer { customer {
                          invoices(filter: {subscriptionId: $subscription, outstanding: true}) { edges { node { id } } } } } }
                        """)
                .variable("subscription", subscription)
                .execute()
                .path("viewer.customer.invoices.edges[*].node.id")
                .entityList(String.class)
                .get();
    }
}
