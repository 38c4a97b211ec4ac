package dev.quittance.contracting;

import static dev.quittance.contracting.StartIntegrationTests.is;
import static dev.quittance.contracting.StartIntegrationTests.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Shop;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Plans whose periods are billed when they are over; the clock begins on 1 January 2030. */
class ArrearsIntegrationTests extends IntegrationTest {
    Shop shop;
    Lives lives;
    Papers papers;
    UUID gold;
    UUID fee;
    UUID tried;
    UUID pro;
    UUID yearly;

    @BeforeAll
    void openTheShop() {
        shop = new Shop(asOwner());
        lives = new Lives(asOwner());
        papers = new Papers(db);
        gold = arrears(shop.monthly("USD", "31"));
        fee = arrears(shop.plan(shop.product(), "MONTH", false, "USD", "31", "5"));
        tried = shop.monthly("USD", "31");
        lives.terms(
                tried, Map.of("chargedIn", "ARREARS", "trial", Map.of("count", 10, "unit", "DAY")));
        pro = shop.monthly("USD", "62");
        yearly = shop.plan(shop.product(), "YEAR", false, "USD", "365", null);
    }

    @Test
    @Tag("T27")
    @Tag("T22")
    @Tag("T23")
    @Tag("T25")
    void whatIsUsedIsBilledAndNothingElse() {
        var paid = shop.customer();
        var plain = shop.started(paid, fee);
        assertThat(papers.invoices(paid)).containsExactly("5.00");
        is(lives.subscription(plain), "subscription.nextInvoiceOn", "2030-02-01");

        var stopped = shop.customer();
        var cancelled = shop.started(stopped, gold);
        assertThat(papers.invoices(stopped)).isEmpty();
        var rested = shop.customer();
        var paused = shop.started(rested, gold);
        var grown = shop.customer();
        var more = shop.started(grown, gold);
        var moved = shop.customer();
        var toAdvance = shop.started(moved, gold);
        var back = shop.customer();
        var toArrears = shop.started(back, pro);
        var longer = shop.customer();
        var toYearly = shop.started(longer, gold);
        var leaving = shop.customer();
        var atEnd = shop.started(leaving, gold);
        var trying = shop.customer();
        var trial = shop.started(trying, tried);
        lives.act(
                "cancelSubscription",
                "CancellationScheduled",
                Map.of("id", atEnd, "when", "TERM_END"));

        clock.moveTo("2030-01-11");
        is(lives.subscription(trial), "subscription.status", "LIVE");
        assertThat(papers.invoices(trying)).isEmpty();
        var end = lives.preview("cancelSubscription", Map.of("id", cancelled, "when", "NOW"));
        is(end, "previewCancelSubscription.total.amount", "0.00");
        is(end, "previewCancelSubscription.nextInvoiceOn", "2030-01-11");
        is(end, "previewCancelSubscription.nextInvoiceTotal.amount", "10.00");
        lives.act(
                "cancelSubscription",
                "SubscriptionCancelled",
                Map.of("id", cancelled, "when", "NOW"));

        var pause = lives.preview("pauseSubscription", Map.of("id", paused, "when", "NOW"));
        is(pause, "previewPauseSubscription.total.amount", "10.00");
        lives.pause(
                Map.of(
                        "id",
                        paused,
                        "when",
                        "NOW",
                        "quoteToken",
                        text(pause, "previewPauseSubscription.token")));
        assertThat(papers.invoices(rested)).containsExactly("10.00");

        lives.change(more, Map.of("quantity", 2, "when", "NOW"));
        assertThat(papers.invoices(grown)).isEmpty();

        var step =
                lives.preview(
                        "changeSubscription",
                        Map.of("id", toAdvance, "planId", pro, "when", "NOW"));
        is(step, "previewChangeSubscription.total.amount", "52.00");
        is(step, "previewChangeSubscription.nextInvoiceOn", "2030-02-01");
        lives.change(toAdvance, Map.of("planId", pro));
        assertThat(papers.invoices(moved)).containsExactly("52.00");

        is(
                lives.change(toArrears, Map.of("planId", gold)),
                "changeSubscription.subscription.nextInvoiceOn",
                "2030-03-01");
        lives.change(toYearly, Map.of("planId", yearly));
        assertThat(papers.invoices(longer)).containsExactly("375.00");

        clock.moveTo("2030-01-21");
        assertThat(papers.invoices(stopped)).containsExactly("10.00");
        var resumed = lives.resume(paused);
        is(resumed, "resumeSubscription.subscription.nextInvoiceOn", "2030-02-01");

        clock.moveTo("2030-02-01");
        assertThat(papers.invoices(paid)).containsExactly("5.00", "31.00");
        assertThat(papers.invoices(rested)).containsExactly("10.00", "11.00");
        // 10 days of one and 21 days of two.
        assertThat(papers.invoices(grown)).containsExactly("52.00");
        assertThat(papers.invoices(moved)).containsExactly("52.00", "62.00");
        assertThat(papers.invoices(leaving)).containsExactly("31.00");
        is(lives.subscription(atEnd), "subscription.status", "CANCELLED");

        clock.moveTo("2030-02-11");
        assertThat(papers.invoices(trying)).containsExactly("31.00");
        clock.moveTo("2030-03-01");
        assertThat(papers.invoices(stopped)).containsExactly("10.00");
        assertThat(papers.invoices(leaving)).containsExactly("31.00");
        // 62.00 in advance, then 21 days of 31 for 31.00, then the whole of February.
        assertThat(papers.invoices(back)).containsExactly("62.00", "21.00", "31.00");
    }

    private UUID arrears(UUID plan) {
        lives.terms(plan, Map.of("chargedIn", "ARREARS"));
        return plan;
    }
}
