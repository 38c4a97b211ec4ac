package dev.quittance.contracting;

import static dev.quittance.contracting.StartIntegrationTests.is;
import static dev.quittance.contracting.StartIntegrationTests.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.ledger.BooksRules;
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

/** The clock only moves forward: it begins on 1 January 2030. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ChangeIntegrationTests extends IntegrationTest {
    @Autowired BooksRules rules;

    Shop shop;
    Lives lives;
    Papers papers;
    UUID gold;
    UUID pro;
    UUID yearly;
    UUID support;
    UUID backup;

    @BeforeAll
    void openTheShop() {
        shop = new Shop(asOwner());
        lives = new Lives(asOwner());
        papers = new Papers(db);
        gold = shop.plan(shop.product(shop.taxed("10")), "MONTH", false, "USD", "31", "7");
        pro = shop.plan(shop.product(shop.taxed("10")), "MONTH", false, "USD", "62", "9");
        yearly = shop.plan(shop.product(), "YEAR", false, "USD", "365", null);
        support = shop.addon("USD", "3.10");
        backup = shop.addon("USD", "6.20");
    }

    @AfterEach
    void theBooksAgree() {
        assertThat(rules.differences().collectList().block()).isEmpty();
        assertThat(papers.overlaps()).isZero();
    }

    @Test
    @Order(1)
    @Tag("P32")
    @Tag("P35")
    @Tag("T25")
    void anotherPlanNowIsPaidByTheDay() {
        var customer = shop.customer();
        var id = shop.started(customer, gold);
        clock.moveTo("2030-01-11");
        var wish = Map.of("id", id, "when", "NOW", "planId", pro);

        var preview = lives.preview("changeSubscription", wish);
        is(preview, "previewChangeSubscription.lines[0].amount.amount", "-21.00");
        is(preview, "previewChangeSubscription.lines[1].amount.amount", "42.00");
        is(preview, "previewChangeSubscription.total.amount", "23.10");
        is(preview, "previewChangeSubscription.nextInvoiceTotal.amount", "68.20");
        var changed =
                lives.change(
                        id,
                        Map.of(
                                "planId",
                                pro,
                                "quoteToken",
                                text(preview, "previewChangeSubscription.token")));

        is(changed, "changeSubscription.__typename", "SubscriptionChanged");
        is(changed, "changeSubscription.subscription.plan.id", pro.toString());
        is(changed, "changeSubscription.subscription.recurringTotal.amount", "62.00");
        clock.moveTo("2030-02-01");
        assertThat(papers.owed(customer)).isEqualTo("133.10");
        assertThat(lives.history(id))
                .containsExactly("subscription changed", "subscription started");
    }

    @Test
    @Order(2)
    @Tag("P33")
    @Tag("T25")
    void addonsAndQuantitiesChangeTwiceOnOneDay() {
        var customer = shop.customer();
        var id =
                shop.started(
                        customer,
                        gold,
                        Map.of("addons", List.of(Map.of("addonId", support, "quantity", 2))));
        clock.moveTo("2030-02-15");
        lives.change(id, Map.of("quantity", 2, "addons", List.of()));
        lives.change(
                id,
                Map.of("quantity", 3, "addons", List.of(Map.of("addonId", backup, "quantity", 1))));
        var back = lives.change(id, Map.of("quantity", 1, "addons", List.of()));

        is(back, "changeSubscription.subscription.recurringTotal.amount", "31.00");
        // 28 days for 31.00; the addons were used for half of them. The setup fee is 7.00.
        assertThat(papers.net(customer)).isEqualTo("41.10");
        clock.moveTo("2030-03-01");
        assertThat(papers.net(customer)).isEqualTo("72.10");
        is(
                lives.change(id, Map.of("quantity", 1)),
                "changeSubscription.__typename",
                "InvalidInput");
    }

    @Test
    @Order(3)
    @Tag("T25")
    void anotherIntervalOpensAWholePeriod() {
        var customer = shop.customer();
        var id = shop.started(customer, gold);
        clock.moveTo("2030-03-11");
        var changed = lives.change(id, Map.of("planId", yearly));

        is(changed, "changeSubscription.subscription.anchorOn", "2030-03-11");
        is(changed, "changeSubscription.subscription.nextInvoiceOn", "2031-03-11");
        is(changed, "changeSubscription.invoice.total.amount", "365.00");
        is(changed, "changeSubscription.credit.amount", "23.10");
        assertThat(papers.net(customer)).isEqualTo("382.00");
        is(new Acts(asOwner()).cancel(id, "NOW"), "cancelSubscription.credit.amount", "365.00");
    }

    @Test
    @Order(4)
    @Tag("T26")
    @Tag("T14")
    void atTheEndOfTheTermTheChangeHoldsBeforeTheRenewal() {
        var customer = shop.customer();
        var id = shop.started(customer, gold);
        var other = shop.started(shop.customer(), gold);
        for (var one : List.of(id, other)) {
            var planned = lives.change(one, Map.of("planId", pro, "when", "TERM_END"));
            is(planned, "changeSubscription.__typename", "ChangeScheduled");
            is(planned, "changeSubscription.subscription.changesOn", "2030-04-11");
            is(planned, "changeSubscription.subscription.plan.id", gold.toString());
        }
        var removed =
                lives.unkeyed(
                        "removeScheduledChange", "ScheduledChangeRemoved", Map.of("id", other));
        removed.path("removeScheduledChange.subscription.changesOn").valueIsNull();
        clock.moveTo("2030-04-11");

        is(lives.subscription(id), "subscription.plan.id", pro.toString());
        is(lives.subscription(other), "subscription.plan.id", gold.toString());
        assertThat(papers.net(customer)).isEqualTo("100.00");
        is(
                lives.unkeyed("removeScheduledChange", "ScheduledChangeRemoved", Map.of("id", id)),
                "removeScheduledChange.__typename",
                "ActNotPossible");
    }

    @Test
    @Order(5)
    @Tag("T22")
    @Tag("T24")
    void aPlannedChangeIsDroppedByAPauseAndAPausedOneIsNotChanged() {
        var id = shop.started(shop.customer(), gold);
        lives.change(id, Map.of("planId", pro, "when", "TERM_END"));
        var preview = lives.preview("pauseSubscription", Map.of("id", id, "when", "NOW"));
        preview.path("previewPauseSubscription.discarded")
                .entityList(String.class)
                .containsExactly("The change planned for 2030-05-11.");
        lives.pause(id, "NOW");
        is(
                lives.change(id, Map.of("planId", pro)),
                "changeSubscription.__typename",
                "SubscriptionPaused");
        lives.resume(id);
        clock.moveTo("2030-05-11");
        is(lives.subscription(id), "subscription.plan.id", gold.toString());
    }
}
