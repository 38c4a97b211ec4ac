package dev.quittance.collection;

import static dev.quittance.collection.Till.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.contracting.Lives;
import dev.quittance.ledger.BooksRules;
import dev.quittance.payments.Books;
import dev.quittance.payments.Recovery;
import dev.quittance.payments.StumblingGateway;
import dev.quittance.payments.StumblingGateway.Step;
import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Shop;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;

/** Cancellations after which what had paid the unused days goes back, by setting. */
@Tag("T27")
class RefundedCancelTests extends IntegrationTest {
    private static final ParameterizedTypeReference<Map<String, Object>> FACTS =
            new ParameterizedTypeReference<>() {};

    @Autowired Books books;
    @Autowired BooksRules rules;
    @Autowired Recovery recovery;

    private Shop shop;
    private UUID customer;
    private UUID subscription;

    @BeforeEach
    void aSubscriptionOfAWeek() {
        shop = new Shop(asOwner());
        new Lives(asOwner()).settings(Map.of("cancelUnused", "REFUNDED"));
        customer = shop.customer();
        var weekly = shop.plan(shop.product(), "WEEK", false, "USD", "7", null);
        subscription = shop.started(customer, weekly);
    }

    @AfterEach
    void theBooksAgree() {
        StumblingGateway.at();
        books.mustAgree();
        assertThat(rules.differences().collectList().block()).isEmpty();
    }

    @Test
    void theCardGetsBackWhatWasShown() {
        payByCard();
        pass(2);
        var quote = preview();
        assertThat(at(quote, "total.amount")).isEqualTo("-5.00");
        assertThat(at(quote, "refund.amount")).isEqualTo("5.00");
        assertThat(refunds()).isEmpty();

        var cancelled = cancel(Map.of("quoteToken", String.valueOf(at(quote, "token"))));
        assertThat(at(cancelled, "credit.amount")).isEqualTo("5.00");
        assertThat(at(cancelled, "refund.amount")).isEqualTo("5.00");
        recovery.run();
        drain();

        assertThat(refunds()).containsExactly("CARD SUCCEEDED 5.00");
        assertThat(books.credit(customer)).isZero();
        assertThat(at(cancel(Map.of()), "__typename")).isEqualTo("SubscriptionOver");
        assertThat(refunds()).hasSize(1);
    }

    @Test
    void whatCameByTransferWaitsForStaff() {
        new Till(asOwner()).confirm(Map.of(), invoice());
        pass(2);
        assertThat(at(cancel(Map.of()), "refund.amount")).isEqualTo("5.00");
        recovery.run();

        assertThat(refunds()).containsExactly("BANK_TRANSFER PENDING 5.00");
    }

    @Test
    void whatIsNotPaidIsNotRefunded() {
        pass(2);
        assertThat(at(preview(), "refund.amount")).isEqualTo("0.00");
        assertThat(at(cancel(Map.of()), "refund.amount")).isEqualTo("0.00");

        assertThat(refunds()).isEmpty();
        assertThat(books.credit(customer)).isZero();
    }

    @Test
    void whatCreditHadPaidStaysCredit() {
        topUp("3.00");
        payByCard();
        pass(1);
        assertThat(at(preview(), "refund.amount")).isEqualTo("4.00");
        assertThat(at(cancel(Map.of()), "refund.amount")).isEqualTo("4.00");
        recovery.run();

        // 6.00 of 7.00 are unused, and 4.00 came by card.
        assertThat(refunds()).containsExactly("CARD SUCCEEDED 4.00");
        assertThat(books.credit(customer)).isEqualTo(200);
    }

    @Test
    void aStaleQuoteIsShownAnewWithItsRefund() {
        pass(2);
        var token = String.valueOf(at(preview(), "token"));
        payByCard();

        var stale = cancel(Map.of("quoteToken", token));
        assertThat(at(stale, "__typename")).isEqualTo("QuoteStale");
        assertThat(at(stale, "quote.refund.amount")).isEqualTo("5.00");
        assertThat(refunds()).isEmpty();
    }

    @Test
    void asDeliveredItIsCredited() {
        new Lives(asOwner()).settings(Map.of("cancelUnused", "CREDITED"));
        payByCard();
        pass(2);
        assertThat(at(preview(), "refund.amount")).isEqualTo("0.00");
        cancel(Map.of());

        assertThat(refunds()).isEmpty();
        assertThat(books.credit(customer)).isEqualTo(500);
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"BEFORE_REFUND", "AFTER_REFUND"})
    void whereverTheServerDiesItGoesBackOnce(Step step) {
        payByCard();
        pass(2);
        StumblingGateway.at(step);
        cancel(Map.of());
        recovery.run();
        recovery.run();

        assertThat(StumblingGateway.left()).isEmpty();
        assertThat(refunds()).containsExactly("CARD SUCCEEDED 5.00");
    }

    private void pass(int days) {
        clock.moveTo(clock.today().plusDays(days));
    }

    private void payByCard() {
        assertThat(at(new Till(asContact(customer)).pay("card_success", invoice()), "__typename"))
                .isEqualTo("PaymentSucceeded");
    }

    private void topUp(String amount) {
        asOwner()
                .document(
                        "mutation($i: ConfirmTopUpInput!) { confirmTopUp(input: $i) { __typename } }")
                .variable(
                        "i",
                        Map.of(
                                "customerId",
                                customer,
                                "amount",
                                Map.of("amount", amount, "currency", "USD"),
                                "idempotencyKey",
                                UUID.randomUUID().toString()))
                .executeAndVerify();
    }

    private UUID invoice() {
        return UUID.fromString(
                asOwner()
                        .document(
                                "query($id: ID!) { customer(id: $id) { invoices(first: 1) { edges { node { id } } } } }")
                        .variable("id", customer)
                        .execute()
                        .path("customer.invoices.edges[0].node.id")
                        .entity(String.class)
                        .get());
    }

    private Map<String, Object> preview() {
        return asOwner()
                .document(
                        """
                        query($i: CancelSubscriptionInput!) { previewCancelSubscription(input: $i) {
                          token total { amount } refund { amount } } }""")
                .variable("i", input(Map.of()))
                .execute()
                .path("previewCancelSubscription")
                .entity(FACTS)
                .get();
    }

    private Map<String, Object> cancel(Map<String, Object> more) {
        return asOwner()
                .document(
                        """
                        mutation($i: CancelSubscriptionInput!) { cancelSubscription(input: $i) { __typename
                          ... on SubscriptionCancelled { credit { amount } refund { amount } }
                          ... on QuoteStale { quote { refund { amount } } } } }""")
                .variable("i", input(more))
                .execute()
                .path("cancelSubscription")
                .entity(FACTS)
                .get();
    }

    private Map<String, Object> input(Map<String, Object> more) {
        var input = new HashMap<>(more);
        input.put("id", subscription);
        input.put("when", "NOW");
        input.put("idempotencyKey", UUID.randomUUID().toString());
        return input;
    }

    /** How, how far and how much went back. */
    private List<String> refunds() {
        return db.sql(
                        "select method || ' ' || status || ' ' || (amount_minor / 100.0)::numeric(12, 2) from refund where customer_id = :id order by id")
                .bind("id", customer)
                .mapValue(String.class)
                .all()
                .collectList()
                .blockOptional()
                .orElseThrow();
    }
}
