package dev.quittance.contracting;

import static dev.quittance.contracting.StartIntegrationTests.is;
import static dev.quittance.contracting.StartIntegrationTests.refused;
import static dev.quittance.contracting.StartIntegrationTests.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.ledger.BooksRules;
import dev.quittance.platform.Ids;
import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Shop;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.ErrorType;

/** The clock only moves forward: it begins on 1 January 2030. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReactivateIntegrationTests extends IntegrationTest {
    @Autowired BooksRules rules;

    Shop shop;
    Lives lives;
    Papers papers;
    Acts clerk;
    UUID gold;

    @BeforeAll
    void openTheShop() {
        shop = new Shop(asOwner());
        lives = new Lives(asOwner());
        papers = new Papers(db);
        clerk = new Acts(asOwner());
        gold = shop.plan(shop.product(), "MONTH", false, "USD", "31", "7");
    }

    @AfterEach
    void theBooksAgree() {
        assertThat(rules.differences().collectList().block()).isEmpty();
        assertThat(papers.overlaps()).isZero();
    }

    @Test
    @Order(1)
    @Tag("T28")
    @Tag("P53")
    @Tag("P57")
    void aNewTermBeginsTodayWithoutTheSetupFeeOnceTheDebtIsPaid() {
        var customer = shop.customer();
        var id = shop.started(customer, gold);
        clock.moveTo("2030-01-11");
        clerk.cancel(id, "NOW");
        var owing = lives.reactivate(Map.of("id", id));
        is(owing, "reactivateSubscription.__typename", "DebtOpen");
        is(
                owing,
                "reactivateSubscription.message",
                "USD 17.00 is still owed for this subscription. Pay it first.");
        refused(lives.preview("reactivateSubscription", Map.of("id", id)), ErrorType.BAD_REQUEST);
        pay(customer, "17.00");
        clock.moveTo("2030-01-21");

        var preview = lives.preview("reactivateSubscription", Map.of("id", id));
        is(preview, "previewReactivateSubscription.total.amount", "31.00");
        is(preview, "previewReactivateSubscription.nextInvoiceOn", "2030-02-21");
        var again =
                lives.reactivate(
                        Map.of(
                                "id",
                                id,
                                "quoteToken",
                                text(preview, "previewReactivateSubscription.token")));
        is(again, "reactivateSubscription.subscription.status", "LIVE");
        is(again, "reactivateSubscription.subscription.startedOn", "2030-01-01");
        is(again, "reactivateSubscription.subscription.anchorOn", "2030-01-21");
        is(again, "reactivateSubscription.invoice.total.amount", "31.00");
        clock.moveTo("2030-02-21");
        assertThat(papers.invoices(customer)).containsExactly("38.00", "31.00", "31.00");
        assertThat(lives.history(id))
                .containsExactly(
                        "subscription reactivated",
                        "subscription cancelled",
                        "subscription started");
    }

    @Test
    @Order(2)
    @Tag("T28")
    @Tag("P58")
    void itCanBeSomethingElseFromThenOn() {
        var addon = shop.addon("USD", "6.20");
        var pro = shop.monthly("USD", "62");
        var customer = shop.customer();
        var id =
                shop.started(
                        customer,
                        gold,
                        Map.of("addons", List.of(Map.of("addonId", addon, "quantity", 1))));
        clerk.cancel(id, "NOW");
        pay(customer, "7.00");

        var again =
                lives.reactivate(
                        Map.of("id", id, "planId", pro, "quantity", 2, "addons", List.of()));

        is(again, "reactivateSubscription.subscription.plan.id", pro.toString());
        is(again, "reactivateSubscription.invoice.total.amount", "124.00");
        again.path("reactivateSubscription.subscription.items").entityList(Object.class).hasSize(1);
        clock.moveTo("2030-03-21");
        assertThat(papers.net(customer)).isEqualTo("255.00");
        is(
                lives.reactivate(Map.of("id", id)),
                "reactivateSubscription.__typename",
                "ActNotPossible");
    }

    @Test
    @Order(3)
    @Tag("T27")
    @Tag("T28")
    void bySettingNothingIsCreditedAndWhatIsPaidForIsNotBilledAgain() {
        lives.settings(Map.of("cancelUnused", "NEITHER"));
        var customer = shop.customer();
        var id = shop.started(customer, gold);
        pay(customer, "38.00");
        clock.moveTo("2030-03-31");
        is(clerk.cancel(id, "NOW"), "cancelSubscription.credit.amount", "0.00");
        var again = lives.reactivate(Map.of("id", id));
        // Paid until 21 April, so the first period from 31 March to 30 April has 9 days left.
        again.path("reactivateSubscription.invoice").valueIsNull();
        is(again, "reactivateSubscription.subscription.nextInvoiceOn", "2030-04-21");
        clock.moveTo("2030-04-21");
        assertThat(papers.invoices(customer)).containsExactly("38.00", "9.30");
        lives.settings(Map.of("cancelUnused", "CREDITED"));
    }

    @Test
    @Order(4)
    @Tag("T10")
    @Tag("T12")
    void cancelledOnADateItIsBilledUntilThen() {
        var customer = shop.customer();
        var id = shop.started(customer, gold);
        var late = clerk.cancel(Map.of("id", id, "when", "DATE", "on", "2030-06-01"));
        is(late, "cancelSubscription.endsOn", "2030-06-01");
        is(
                clerk.cancel(Map.of("id", id, "when", "DATE", "on", "2030-04-21")),
                "cancelSubscription.__typename",
                "InvalidInput");
        clock.moveTo("2030-06-01");
        is(lives.subscription(id), "subscription.status", "CANCELLED");
        // 21 to 31 May are 11 days of 31.
        assertThat(papers.invoices(customer)).containsExactly("38.00", "11.00");
    }

    @Test
    @Order(5)
    void nobodyElseMayDoAnyOfIt() {
        var id = shop.started(shop.customer(), gold);
        for (var lives : List.of(new Lives(asContact(shop.customer())), new Lives(anonymous()))) {
            for (var answer :
                    List.of(
                            lives.pause(id, "NOW"),
                            lives.resume(id),
                            lives.change(id, Map.of("quantity", 2)),
                            lives.extend(id),
                            lives.activate(Map.of("id", id)),
                            lives.reactivate(Map.of("id", id)))) {
                answer.errors().satisfy(errors -> assertThat(errors).hasSize(1));
            }
        }
        refused(this.lives.pause(Ids.next(), "NOW"), ErrorType.NOT_FOUND);
        refused(this.lives.reactivate(Map.of("id", Ids.next())), ErrorType.NOT_FOUND);
        is(lives.subscription(id), "subscription.status", "LIVE");
    }

    private void pay(UUID customer, String amount) {
        var invoices =
                db.sql("select id from invoice where customer_id = :id and status = 'OPEN'")
                        .bind("id", customer)
                        .mapValue(UUID.class)
                        .all()
                        .map(UUID::toString)
                        .collectList()
                        .block();
        asOwner()
                .document(
                        "mutation($i: ConfirmOfflinePaymentInput!) { confirmOfflinePayment(input: $i) {"
                                + " __typename ... on Problem { message } } }")
                .variable(
                        "i",
                        Map.of(
                                "amount",
                                Shop.money("USD", amount),
                                "invoiceIds",
                                invoices == null ? List.of() : invoices,
                                "idempotencyKey",
                                Ids.next().toString()))
                .execute()
                .path("confirmOfflinePayment.__typename")
                .entity(String.class)
                .isEqualTo("PaymentSucceeded");
    }
}
