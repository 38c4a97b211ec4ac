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
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
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
class PauseIntegrationTests extends IntegrationTest {
    @Autowired BooksRules rules;

    Shop shop;
    Lives lives;
    Papers papers;
    UUID gold;
    UUID yearly;

    @BeforeAll
    void openTheShop() {
        shop = new Shop(asOwner());
        lives = new Lives(asOwner());
        papers = new Papers(db);
        gold = shop.plan(shop.product(shop.taxed("10")), "MONTH", false, "USD", "31", null);
        yearly = shop.plan(shop.product(), "YEAR", false, "USD", "365", null);
    }

    @AfterEach
    void theBooksAgree() {
        assertThat(rules.differences().collectList().block()).isEmpty();
    }

    @Test
    @Order(1)
    @Tag("P42")
    @Tag("T22")
    @Tag("T23")
    void pausedTheUnusedDaysAreCreditedAndResumedTheyAreBilledAgain() {
        var customer = shop.customer();
        var id = shop.started(customer, gold);
        clock.moveTo("2030-01-11");

        var preview = lives.preview("pauseSubscription", Map.of("id", id, "when", "NOW"));
        is(preview, "previewPauseSubscription.total.amount", "-23.10");
        preview.path("previewPauseSubscription.nextInvoiceOn").valueIsNull();
        var paused =
                lives.pause(
                        Map.of(
                                "id",
                                id,
                                "when",
                                "NOW",
                                "quoteToken",
                                text(preview, "previewPauseSubscription.token")));
        is(paused, "pauseSubscription.credit.amount", "23.10");
        is(paused, "pauseSubscription.subscription.status", "PAUSED");
        is(paused, "pauseSubscription.subscription.pausedOn", "2030-01-11");
        paused.path("pauseSubscription.subscription.possibleActs")
                .entityList(String.class)
                .containsExactly("RESUME", "CHANGE_SCHEDULE", "CANCEL");

        clock.moveTo("2030-03-11");
        assertThat(papers.invoices(customer)).containsExactly("34.10");

        var quote = lives.preview("resumeSubscription", Map.of("id", id));
        is(quote, "previewResumeSubscription.total.amount", "23.10");
        is(quote, "previewResumeSubscription.nextInvoiceOn", "2030-04-01");
        is(quote, "previewResumeSubscription.nextInvoiceTotal.amount", "34.10");
        var resumed = lives.resume(id);
        is(resumed, "resumeSubscription.subscription.status", "LIVE");
        is(resumed, "resumeSubscription.invoice.lines[0].period.start", "2030-03-11");
        is(resumed, "resumeSubscription.invoice.lines[0].period.end", "2030-03-31");
        is(resumed, "resumeSubscription.invoice.total.amount", "23.10");
        clock.moveTo("2030-04-01");
        assertThat(papers.invoices(customer)).containsExactly("34.10", "23.10", "34.10");
        assertThat(lives.history(id))
                .containsExactly(
                        "subscription resumed", "subscription paused", "subscription started");
    }

    @Test
    @Order(2)
    @Tag("P43")
    @Tag("P44")
    @Tag("P47")
    @Tag("P49")
    void aPlannedPauseAndResumptionHappenOnTheirDays() {
        var customer = shop.customer();
        var id = shop.started(customer, gold);
        // On 1 April: a month of 30 days for 31.00.
        var planned =
                lives.pause(
                        Map.of(
                                "id",
                                id,
                                "when",
                                "DATE",
                                "on",
                                "2030-04-16",
                                "resumeOn",
                                "2030-05-16"));
        is(planned, "pauseSubscription.subscription.status", "LIVE");
        is(planned, "pauseSubscription.subscription.pausesOn", "2030-04-16");
        is(planned, "pauseSubscription.credit.amount", "0.00");
        var other = shop.started(shop.customer(), gold);
        lives.pause(Map.of("id", other, "when", "DATE", "on", "2030-04-16"));
        var deleted = lives.unkeyed("deleteSchedule", "ScheduleDeleted", Map.of("id", other));
        deleted.path("deleteSchedule.subscription.pausesOn").valueIsNull();

        clock.moveTo("2030-04-15");
        is(lives.subscription(id), "subscription.status", "LIVE");
        clock.moveTo("2030-04-16");
        is(lives.subscription(id), "subscription.status", "PAUSED");
        is(lives.subscription(other), "subscription.status", "LIVE");
        // 15 of 30 days of 31.00 are unused, and 10 % on them.
        assertThat(papers.credits(customer)).containsExactly("17.05");
        clock.moveTo("2030-05-15");
        is(lives.subscription(id), "subscription.status", "PAUSED");
        clock.moveTo("2030-05-16");

        is(lives.subscription(id), "subscription.status", "LIVE");
        is(lives.subscription(id), "subscription.nextInvoiceOn", "2030-06-01");
        assertThat(papers.invoices(customer)).containsExactly("34.10", "17.60");
    }

    @Test
    @Order(3)
    @Tag("P48")
    @Tag("T31")
    void aScheduleIsChangedAndForeignOnesAreNot() {
        var id = shop.started(shop.customer(), gold);
        lives.pause(Map.of("id", id, "when", "TERM_END"));

        var changed =
                lives.unkeyed(
                        "changeSchedule",
                        "ScheduleChanged",
                        Map.of("id", id, "pauseOn", "2030-05-20", "resumeOn", "2030-07-01"));
        is(changed, "changeSchedule.subscription.pausesOn", "2030-05-20");
        is(changed, "changeSchedule.subscription.resumesOn", "2030-07-01");
        is(
                lives.unkeyed(
                        "changeSchedule",
                        "ScheduleChanged",
                        Map.of("id", id, "pauseOn", "2030-05-10")),
                "changeSchedule.__typename",
                "InvalidInput");
        assertThat(lives.history(id).getFirst()).isEqualTo("schedule changed");
    }

    @Test
    @Order(4)
    @Tag("T22")
    @Tag("T23")
    void twoPausesInAYearlyTermBillEveryServedDayOnce() {
        clock.moveTo("2031-01-01");
        var customer = shop.customer();
        var id = shop.started(customer, yearly);
        for (var day : List.of("2031-03-01", "2031-07-01")) {
            clock.moveTo(day);
            lives.pause(id, "NOW");
            clock.moveTo(clock.today().plusMonths(1));
            lives.resume(id);
        }
        // A dollar a day: 59 days, then 91, then 153, of 365; both pauses have 31.
        assertThat(papers.invoices(customer)).containsExactly("365.00", "275.00", "153.00");
        assertThat(papers.credits(customer)).containsExactly("306.00", "184.00");
        clock.moveTo("2032-01-01");
        assertThat(papers.invoices(customer))
                .containsExactly("365.00", "275.00", "153.00", "365.00");
        assertThat(papers.overlaps()).isZero();
    }

    @Test
    @Order(5)
    void twentyTimesAtOnceIsOnePauseAndOneCredit() throws Exception {
        var customer = shop.customer();
        var id = shop.started(customer, yearly);
        var staff = staff(dev.quittance.platform.Permission.values());
        var key = Lives.key();
        try (var pool = Executors.newFixedThreadPool(20)) {
            var calls =
                    Stream.<Callable<String>>generate(
                                    () ->
                                            () ->
                                                    text(
                                                            new Lives(graphql(staff))
                                                                    .pause(
                                                                            Map.of(
                                                                                    "id",
                                                                                    id,
                                                                                    "when",
                                                                                    "NOW",
                                                                                    "idempotencyKey",
                                                                                    key)),
                                                            "pauseSubscription.credit.amount"))
                            .limit(20)
                            .toList();
            for (var call : pool.invokeAll(calls)) {
                assertThat(call.get()).isEqualTo("365.00");
            }
        }
        assertThat(papers.credits(customer)).hasSize(1);
        is(lives.pause(id, "NOW"), "pauseSubscription.__typename", "ActNotPossible");
    }

    @Test
    @Order(6)
    @Tag("T10")
    @Tag("T12")
    @Tag("T27")
    void whilePausedItCanBeCancelledNowOrLater() {
        var customer = shop.customer();
        var now = shop.started(customer, yearly);
        lives.pause(now, "NOW");
        var clerk = new Acts(asOwner());
        is(clerk.cancel(now, "NOW"), "cancelSubscription.credit.amount", "0.00");
        var later = shop.started(customer, gold);
        lives.pause(later, "NOW");
        is(clerk.cancel(later, "TERM_END"), "cancelSubscription.endsOn", "2032-02-01");
        is(lives.subscription(later), "subscription.status", "PAUSED");
        clock.moveTo("2032-02-01");
        is(lives.subscription(later), "subscription.status", "CANCELLED");
        assertThat(papers.invoices(customer)).containsExactly("365.00", "34.10");
    }

    @Test
    @Order(7)
    @Tag("T22")
    @Tag("T23")
    void bySettingNothingIsCreditedAndNothingPaidForIsBilledAgain() {
        lives.settings(Map.of("pauseCredits", false));
        var customer = shop.customer();
        var id = shop.started(customer, gold);
        clock.moveTo("2032-02-11");
        is(lives.pause(id, "NOW"), "pauseSubscription.credit.amount", "0.00");
        clock.moveTo("2032-02-21");
        var resumed = lives.resume(id);
        resumed.path("resumeSubscription.invoice").valueIsNull();
        is(resumed, "resumeSubscription.subscription.nextInvoiceOn", "2032-03-01");
        clock.moveTo("2032-03-01");
        assertThat(papers.invoices(customer)).containsExactly("34.10", "34.10");
        assertThat(papers.credits(customer)).isEmpty();
    }
}
