package dev.quittance.collection;

import static dev.quittance.collection.Till.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.payments.Books;
import dev.quittance.testing.IntegrationTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Funds that are added to an account, and the rules of taking money. */
@Tag("P6")
class TopUpTests extends IntegrationTest {
    @Autowired Books books;

    private UUID ada;
    private Desk contact;
    private Desk desk;

    @BeforeEach
    void aCustomer() {
        ada = books.customer("Ada");
        contact = new Desk(asContact(ada));
        desk = new Desk(asOwner());
    }

    @AfterEach
    void theBooksAgree() {
        rules(Map.of());
        books.mustAgree();
    }

    @Test
    void aContactAddsFundsByCard() {
        var answer = topUp("card_success", "25.00");

        assertThat(at(answer, "paid.purpose")).isEqualTo("TOP_UP");
        assertThat(at(answer, "paid.number")).asString().startsWith("RCP-2030-");
        assertThat(books.credit(ada)).isEqualTo(2500);
    }

    @Test
    void aDeclinedCardAddsNothing() {
        assertThat(at(topUp("card_decline_insufficient_funds", "25.00"), "__typename"))
                .isEqualTo("PaymentDeclined");
        assertThat(books.credit(ada)).isZero();
    }

    @Test
    void whatItTakesIsShownBefore() {
        books.credit(ada, "USD", 700);

        var shown =
                contact.ask(
                        "query($c: ID!, $a: MoneyInput!) { previewTopUp(input: {customerId: $c, amount: $a}) { amount { amount } creditBefore { amount } creditAfter { amount } } }",
                        Map.of("c", ada, "a", Desk.usd("25.00")));

        assertThat(at(shown, "previewTopUp.amount.amount")).isEqualTo("25.00");
        assertThat(at(shown, "previewTopUp.creditBefore.amount")).isEqualTo("7.00");
        assertThat(at(shown, "previewTopUp.creditAfter.amount")).isEqualTo("32.00");
        assertThat(books.credit(ada)).isEqualTo(700);
    }

    @Test
    void nothingIsChargedThatWasNotShown() {
        var facts =
                Map.of("customerId", ada, "amount", Desk.usd("25.00"), "cardToken", "card_success");
        var shown = contact.topUpQuote(facts);
        books.credit(ada, "USD", 100);

        var stale = contact.act("topUp", with(facts, "quoteToken", shown));

        assertThat(at(stale, "__typename")).isEqualTo("TopUpQuoteStale");
        assertThat(at(stale, "message")).asString().contains("It is USD 1.00 now", "USD 26.00");
        assertThat(at(stale, "quote.creditAfter.amount")).isEqualTo("26.00");
        var fresh = String.valueOf(at(stale, "quote.token"));
        var other = with(facts, "amount", Desk.usd("26.00"));
        assertThat(at(contact.act("topUp", with(other, "quoteToken", fresh)), "__typename"))
                .isEqualTo("TopUpQuoteStale");
        assertThat(books.credit(ada)).isEqualTo(100);
        assertThat(at(contact.act("topUp", with(facts, "quoteToken", fresh)), "__typename"))
                .isEqualTo("PaymentSucceeded");
        assertThat(books.credit(ada)).isEqualTo(2600);
    }

    private static Map<String, Object> with(Map<String, ?> facts, String field, Object value) {
        var more = new HashMap<String, Object>(facts);
        more.put(field, value);
        return more;
    }

    @Test
    void onlyToTheirOwnAccount() {
        var bob = books.customer("Bob");
        contact.graphql()
                .document(
                        """
                        mutation($i: TopUpInput!) { topUp(input: $i) { __typename } }""")
                .variable(
                        "i",
                        Map.of(
                                "customerId",
                                bob,
                                "amount",
                                Desk.usd("5.00"),
                                "cardToken",
                                "card_success",
                                "quoteToken",
                                "q",
                                "idempotencyKey",
                                "k"))
                .execute()
                .errors()
                .satisfy(
                        errors ->
                                assertThat(errors)
                                        .extracting(e -> String.valueOf(e.getErrorType()))
                                        .contains("NOT_FOUND"));
        assertThat(books.credit(bob)).isZero();
    }

    @Test
    void withinTheLimitsThatTheMerchantSet() {
        rules(
                Map.of(
                        "topUpLimits",
                        List.of(Map.of("least", Desk.usd("10.00"), "most", Desk.usd("100.00")))));

        var little = topUp("card_success", "9.99");
        assertThat(at(little, "__typename")).isEqualTo("TopUpOutOfBounds");
        assertThat(at(little, "message")).asString().contains("10.00").contains("100.00");
        assertThat(at(topUp("card_success", "100.01"), "__typename")).isEqualTo("TopUpOutOfBounds");
        assertThat(at(topUp("card_success", "100.00"), "__typename")).isEqualTo("PaymentSucceeded");
    }

    @Test
    void notWhereItIsSwitchedOffButStaffStillMay() {
        rules(Map.of("topUpByContacts", false));

        assertThat(at(topUp("card_success", "25.00"), "__typename")).isEqualTo("TopUpNotAllowed");
        var byStaff =
                desk.act(
                        "topUp",
                        Map.of(
                                "customerId",
                                ada,
                                "amount",
                                Desk.usd("25.00"),
                                "cardToken",
                                "card_success"));
        assertThat(at(byStaff, "__typename")).isEqualTo("PaymentSucceeded");
    }

    @Test
    void limitsMakeSense() {
        var answer =
                rules(
                        Map.of(
                                "topUpLimits",
                                List.of(
                                        Map.of("least", Desk.usd("10"), "most", Desk.usd("9")),
                                        Map.of("least", Desk.usd("0"), "most", Desk.usd("9")))));

        assertThat(String.valueOf(at(answer, "fields")))
                .contains("topUpLimits[0].most")
                .contains("topUpLimits[1].least");
    }

    private Map<String, Object> topUp(String card, String amount) {
        return contact.act(
                "topUp", Map.of("customerId", ada, "amount", Desk.usd(amount), "cardToken", card));
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> rules(Map<String, ?> changed) {
        var input =
                new HashMap<String, Object>(
                        Map.of(
                                "partialByContacts", false,
                                "overpaymentOffline", true,
                                "topUpByContacts", true,
                                "topUpLimits", List.of()));
        input.putAll(changed);
        return (Map<String, Object>)
                desk.ask(
                                "mutation($i: UpdatePaymentRulesInput!) { updatePaymentRules(input: $i) { __typename ... on InvalidInput { fields { path message } } } }",
                                Map.of("i", input))
                        .get("updatePaymentRules");
    }
}
