package dev.quittance.collection;

import static dev.quittance.collection.Till.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.methods.Wallet;
import dev.quittance.payments.Books;
import dev.quittance.platform.Ids;
import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Shop;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.ErrorType;

/** Paying with a method that is kept, keeping one with a payment, and auto-charge on and off. */
class KeptMethodTests extends IntegrationTest {
    @Autowired Books books;

    private UUID ada;
    private UUID subscription;
    private UUID invoice;
    private Wallet wallet;
    private Wallet clerk;
    private Till till;

    @BeforeEach
    void aSubscriber() {
        var shop = new Shop(asOwner());
        ada = shop.customer();
        subscription = shop.started(ada, shop.monthly("USD", "31"));
        invoice =
                Objects.requireNonNull(
                        db.sql("select id from invoice where customer_id = :id")
                                .bind("id", ada)
                                .mapValue(UUID.class)
                                .one()
                                .block());
        wallet = new Wallet(asContact(ada), ada);
        clerk = new Wallet(asOwner(), ada);
        till = new Till(asContact(ada));
    }

    @AfterEach
    void theBooksAgree() {
        books.mustAgree();
    }

    @Test
    @Tag("P69")
    void aKeptMethodPaysInOneClick() {
        var method = wallet.kept("card_success");

        var answer = pay(Map.of("methodId", method));

        assertThat(at(answer, "__typename")).isEqualTo("PaymentSucceeded");
        assertThat(at(answer, "paid.methodLabel")).isEqualTo("Visa •••• 4242");
        assertThat(at(answer, "invoices.0.status")).isEqualTo("PAID");
    }

    @Test
    void anothersMethodPaysNothing() {
        var bob = new Shop(asOwner()).customer();
        var bobs = new Wallet(asOwner(), bob).kept("card_success");

        for (var payer : List.of(asContact(ada), asOwner())) {
            payer.document(Till.PAY)
                    .variable("input", input(Map.of("methodId", bobs)))
                    .execute()
                    .errors()
                    .satisfy(
                            errors ->
                                    assertThat(errors)
                                            .extracting(error -> error.getErrorType())
                                            .containsExactly(ErrorType.NOT_FOUND));
        }
    }

    @Test
    @Tag("P71")
    @Tag("P72")
    @Tag("P73")
    void aCardThatIsKeptWithItsPaymentPaysTheSubscriptionFromThenOn() {
        var answer = pay(Map.of("cardToken", "card_success", "keepCard", true));
        drain();

        assertThat(at(answer, "__typename")).isEqualTo("PaymentSucceeded");
        assertThat(wallet.all()).hasSize(1);
        assertThat(at(wallet.of(subscription), "paymentMethod.label")).isEqualTo("Visa •••• 4242");
        assertThat(at(wallet.of(subscription), "autoCharge.on")).isEqualTo(false);
        assertThat(at(wallet.of(subscription), "autoCharge.possible")).isEqualTo(true);
    }

    @Test
    @Tag("P74")
    void aCardIsKeptOnlyWhereThatIsWishedAndItPaid() {
        assertThat(
                        at(
                                pay(
                                        Map.of(
                                                "cardToken",
                                                "card_decline_insufficient_funds",
                                                "keepCard",
                                                true)),
                                "__typename"))
                .isEqualTo("PaymentDeclined");
        pay(Map.of("cardToken", "card_success"));
        drain();

        assertThat(wallet.all()).isEmpty();
        assertThat(wallet.of(subscription)).containsEntry("paymentMethod", null);
    }

    @Test
    @Tag("P37")
    @Tag("P38")
    @Tag("P39")
    @Tag("P41")
    @Tag("T20")
    void autoChargeIsSwitchedOnWithAMethodAndWhereCustomersMay() {
        assertThat(at(wallet.of(subscription), "autoCharge.possible")).isEqualTo(false);
        assertThat(at(wallet.autoCharge(subscription, true), "__typename"))
                .isEqualTo("SwitchedOff");
        allow(true);
        assertThat(at(wallet.autoCharge(subscription, true), "__typename"))
                .isEqualTo("MethodNeeded");

        wallet.choose(subscription, wallet.kept("card_success"));
        assertThat(at(wallet.of(subscription), "autoCharge.possible")).isEqualTo(true);
        var on = wallet.autoCharge(subscription, true);
        assertThat(at(on, "subscription.autoCharge.on")).isEqualTo(true);
        assertThat(wallet.autoCharge(subscription, true)).isEqualTo(on);
        assertThat(history()).containsOnlyOnce("auto-charge switched on");

        // What was posted before is not charged.
        assertThat(status(invoice)).isEqualTo("OPEN");

        allow(false);
        assertThat(at(wallet.autoCharge(subscription, false), "__typename"))
                .isEqualTo("SwitchedOff");
        assertThat(at(clerk.autoCharge(subscription, false), "subscription.autoCharge.on"))
                .isEqualTo(false);
        assertThat(history()).containsOnlyOnce("auto-charge switched off");
    }

    @Test
    void whatIsOverIsNotChargedByItself() {
        clerk.choose(subscription, wallet.kept("card_success"));
        asOwner()
                .document(
                        "mutation($i: CancelSubscriptionInput!) { cancelSubscription(input: $i) { __typename } }")
                .variable(
                        "i",
                        Map.of("id", subscription, "when", "NOW", "idempotencyKey", "over " + ada))
                .executeAndVerify();

        assertThat(at(wallet.of(subscription), "autoCharge.possible")).isEqualTo(false);
        assertThat(at(clerk.autoCharge(subscription, true), "__typename"))
                .isEqualTo("SubscriptionOver");
    }

    private Map<String, Object> pay(Map<String, ?> with) {
        return till.graphql()
                .document(Till.PAY)
                .variable("input", input(with))
                .execute()
                .path("payInvoices")
                .entity(
                        new org.springframework.core.ParameterizedTypeReference<
                                Map<String, Object>>() {})
                .get();
    }

    private Map<String, Object> input(Map<String, ?> with) {
        var input = new java.util.HashMap<String, Object>(with);
        input.put("invoiceIds", List.of(invoice));
        input.put("quoteToken", till.token(List.of(invoice)));
        input.put("idempotencyKey", Ids.next().toString());
        return input;
    }

    private void allow(boolean allowed) {
        asOwner()
                .document(
                        "mutation($i: SetPreferencesInput!) { setPreferences(input: $i) { __typename } }")
                .variable(
                        "i",
                        Map.of(
                                "customerId",
                                ada,
                                "preferences",
                                List.of(Map.of("name", "AUTO_CHARGE", "flag", allowed))))
                .executeAndVerify();
    }

    private List<String> history() {
        return asOwner()
                .document(
                        "query($id: ID!) { subscription(id: $id) { history { edges { node { what } } } } }")
                .variable("id", subscription)
                .execute()
                .path("subscription.history.edges[*].node.what")
                .entityList(String.class)
                .get();
    }

    private String status(UUID id) {
        return Objects.requireNonNull(
                db.sql("select status from invoice where id = :id")
                        .bind("id", id)
                        .mapValue(String.class)
                        .one()
                        .block());
    }
}
