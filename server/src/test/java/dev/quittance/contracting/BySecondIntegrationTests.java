package dev.quittance.contracting;

import static dev.quittance.contracting.StartIntegrationTests.is;
import static dev.quittance.contracting.StartIntegrationTests.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.ledger.BooksRules;
import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Shop;
import java.time.Duration;
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

/** A plan that costs a dollar a second, in months of 31 days. The clock only moves forward. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BySecondIntegrationTests extends IntegrationTest {
    @Autowired BooksRules rules;

    Shop shop;
    Lives lives;
    Acts acts;
    Papers papers;
    UUID dollar;
    UUID byDay;

    @BeforeAll
    void openTheShop() {
        shop = new Shop(asOwner());
        lives = new Lives(asOwner());
        acts = new Acts(asOwner());
        papers = new Papers(db);
        dollar = shop.plan(shop.product(), "MONTH", false, "USD", "2678400", null);
        byDay = shop.plan(shop.product(), "MONTH", false, "USD", "2678400", null);
        lives.terms(dollar, Map.of("proration", "BY_SECOND"));
    }

    @AfterEach
    void theBooksAgree() {
        assertThat(rules.differences().collectList().block()).isEmpty();
        assertThat(papers.overlaps()).isZero();
    }

    @Test
    @Order(1)
    @Tag("P35")
    @Tag("T25")
    void thePreviewFixesTheSecond() {
        var customer = shop.customer();
        var id = shop.started(customer, dollar);
        clock.moveTo("2030-01-11");
        var preview =
                lives.preview("changeSubscription", Map.of("id", id, "when", "NOW", "quantity", 2));
        // 21 days less 10 hours are left.
        is(preview, "previewChangeSubscription.lines[0].amount.amount", "-1778400.00");
        is(preview, "previewChangeSubscription.lines[1].amount.amount", "3556800.00");
        is(
                preview,
                "previewChangeSubscription.lines[0].explanation[1]",
                "900,000 seconds used: USD 900000.00");
        is(
                preview,
                "previewChangeSubscription.lines[1].explanation[1]",
                "1,778,400 of 2,678,400 seconds");

        clock.afterTen(Duration.ofMinutes(7));
        var token = text(preview, "previewChangeSubscription.token");
        var changed = lives.change(id, Map.of("quantity", 2, "quoteToken", token));
        is(changed, "changeSubscription.__typename", "SubscriptionChanged");
        is(changed, "changeSubscription.invoice.total.amount", "3556800.00");
        is(changed, "changeSubscription.credit.amount", "1778400.00");

        // The same second again, and without a token the present one: 420 seconds later.
        var second = lives.change(id, Map.of("quantity", 3));
        is(second, "changeSubscription.credit.amount", "3555960.00");
        is(second, "changeSubscription.invoice.total.amount", "5333940.00");
        assertThat(papers.net(customer)).isEqualTo("6234780.00");

        clock.afterTen(Duration.ofHours(2));
        var cancel = acts.previewCancel(id, "NOW");
        is(cancel, "previewCancelSubscription.total.amount", "-5313600.00");
        clock.afterTen(Duration.ofHours(2).plusMinutes(5));
        is(
                acts.cancel(
                        Map.of(
                                "id",
                                id,
                                "when",
                                "NOW",
                                "quoteToken",
                                text(cancel, "previewCancelSubscription.token"))),
                "cancelSubscription.credit.amount",
                "5313600.00");
        // One for 900,000 seconds, two for 420, three for 6,780.
        assertThat(papers.net(customer)).isEqualTo("921180.00");
    }

    @Test
    @Order(2)
    @Tag("T22")
    @Tag("T23")
    void aPauseAndAResumptionOfOneDayLeaveTheHoursBetween() {
        clock.afterTen(Duration.ZERO);
        var customer = shop.customer();
        clock.moveTo("2030-03-01");
        var id = shop.started(customer, dollar);
        clock.moveTo("2030-03-11");

        is(lives.pause(id, "NOW"), "pauseSubscription.credit.amount", "1778400.00");
        clock.afterTen(Duration.ofHours(2));
        var resumed = lives.resume(id);
        is(resumed, "resumeSubscription.invoice.total.amount", "1771200.00");
        assertThat(papers.net(customer)).isEqualTo("2671200.00");
        clock.afterTen(Duration.ofHours(3));
        is(lives.pause(id, "NOW"), "pauseSubscription.credit.amount", "1767600.00");
        clock.moveTo("2030-03-21");
        clock.afterTen(Duration.ZERO);
        is(lives.resume(id), "resumeSubscription.invoice.total.amount", "914400.00");
        clock.moveTo("2030-04-01");
        // The next period is whole.
        assertThat(papers.net(customer)).isEqualTo("4496400.00");
    }

    @Test
    @Order(3)
    @Tag("T25")
    void aStrangeSecondIsRefusedWithTheRealOne() {
        clock.moveTo("2030-05-01");
        clock.afterTen(Duration.ZERO);
        var id = shop.started(shop.customer(), dollar);
        clock.moveTo("2030-05-11");
        var wish = Map.of("id", id, "when", "NOW", "quantity", 2);
        var token =
                text(lives.preview("changeSubscription", wish), "previewChangeSubscription.token");
        clock.afterTen(Duration.ofMinutes(14));
        var later = Long.parseLong(token.substring(0, token.indexOf(':'))) + 60;
        var forged = later + token.substring(token.indexOf(':'));

        for (var bad :
                new String[] {forged, token.substring(token.indexOf(':') + 1), "x:" + token}) {
            is(
                    lives.change(id, Map.of("quantity", 2, "quoteToken", bad)),
                    "changeSubscription.__typename",
                    "QuoteStale");
        }
        clock.afterTen(Duration.ofMinutes(16));
        is(
                lives.change(id, Map.of("quantity", 2, "quoteToken", token)),
                "changeSubscription.__typename",
                "QuoteStale");
    }

    @Test
    @Order(4)
    @Tag("T25")
    void toAPlanByDaysWholeDaysAreCreditedAndBilled() {
        clock.moveTo("2030-07-01");
        clock.afterTen(Duration.ZERO);
        var customer = shop.customer();
        var id = shop.started(customer, dollar);
        clock.moveTo("2030-07-11");
        var changed = lives.change(id, Map.of("planId", byDay));

        is(changed, "changeSubscription.credit.amount", "1814400.00");
        is(changed, "changeSubscription.invoice.total.amount", "1814400.00");
        assertThat(papers.net(customer)).isEqualTo("2678400.00");
    }
}
