package dev.quittance.contracting;

import static dev.quittance.contracting.StartIntegrationTests.is;
import static dev.quittance.contracting.StartIntegrationTests.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.ledger.BooksRules;
import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Shop;
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
class TrialIntegrationTests extends IntegrationTest {
    private static final Map<String, Object> FORTNIGHT = Map.of("count", 14, "unit", "DAY");

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
        trial(gold, "INVOICE");
    }

    @AfterEach
    void theBooksAgree() {
        assertThat(rules.differences().collectList().block()).isEmpty();
    }

    @Test
    @Order(1)
    @Tag("T2")
    @Tag("T4")
    @Tag("P21")
    @Tag("P22")
    @Tag("P23")
    void aTrialCostsNothingUntilItIsActivated() {
        var customer = shop.customer();
        var quote = clerk.previewStart(Map.of("customerId", customer, "planId", gold));
        is(quote, "previewStartSubscription.total.amount", "0.00");
        is(quote, "previewStartSubscription.nextInvoiceOn", "2030-01-15");
        is(quote, "previewStartSubscription.nextInvoiceTotal.amount", "38.00");
        var id = shop.started(customer, gold);
        is(lives.subscription(id), "subscription.status", "TRIAL");
        is(lives.subscription(id), "subscription.trialEndsOn", "2030-01-15");
        clock.moveTo("2030-01-06");
        assertThat(papers.invoices(customer)).isEmpty();

        var preview = lives.preview("activateSubscription", Map.of("id", id));
        is(preview, "previewActivateSubscription.total.amount", "38.00");
        is(preview, "previewActivateSubscription.nextInvoiceOn", "2030-02-06");
        assertThat(papers.invoices(customer)).isEmpty();
        var activated =
                lives.activate(
                        Map.of(
                                "id",
                                id,
                                "quoteToken",
                                text(preview, "previewActivateSubscription.token")));

        is(activated, "activateSubscription.subscription.status", "LIVE");
        is(activated, "activateSubscription.subscription.anchorOn", "2030-01-06");
        is(activated, "activateSubscription.invoice.total.amount", "38.00");
        is(lives.activate(Map.of("id", id)), "activateSubscription.__typename", "ActNotPossible");
        assertThat(lives.history(id)).containsExactly("trial activated", "trial started");
    }

    @Test
    @Order(2)
    @Tag("T7")
    @Tag("T9")
    @Tag("T10")
    @Tag("T11")
    @Tag("P29")
    @Tag("P30")
    @Tag("P31")
    void aTrialIsCancelledNowLaterOrNotAfterAll() {
        var customer = shop.customer();
        var now = shop.started(customer, gold);
        var later = shop.started(customer, gold);
        var kept = shop.started(customer, gold);
        is(clerk.cancel(now, "NOW"), "cancelSubscription.subscription.status", "CANCELLED");
        is(clerk.cancel(later, "TERM_END"), "cancelSubscription.endsOn", "2030-01-20");
        is(lives.subscription(later), "subscription.status", "TRIAL");
        clerk.cancel(kept, "TERM_END");
        is(
                clerk.removeScheduled(kept),
                "removeScheduledCancellation.subscription.nextInvoiceOn",
                "2030-01-20");
        clock.moveTo("2030-01-20");

        is(lives.subscription(later), "subscription.status", "CANCELLED");
        is(lives.subscription(kept), "subscription.status", "LIVE");
        assertThat(papers.invoices(customer)).containsExactly("38.00");
    }

    @Test
    @Order(3)
    @Tag("T7")
    @Tag("T8")
    @Tag("P24")
    @Tag("P25")
    @Tag("P27")
    void anExpiredTrialIsExtendedAndExpiresAgain() {
        var plan = shop.monthly("USD", "31");
        trial(plan, "EXPIRE");
        var customer = shop.customer();
        var id = shop.started(customer, plan);
        is(lives.extend(id), "extendTrial.__typename", "ActNotPossible");
        clock.moveTo("2030-02-03");
        is(lives.subscription(id), "subscription.status", "TRIAL_EXPIRED");
        clock.moveTo("2030-02-10");

        var extended = lives.extend(id);
        is(extended, "extendTrial.subscription.status", "TRIAL");
        is(extended, "extendTrial.subscription.trialEndsOn", "2030-02-24");
        extended.path("extendTrial.subscription.trialExtensions")
                .entity(Integer.class)
                .isEqualTo(1);
        clock.moveTo("2030-02-24");
        is(lives.subscription(id), "subscription.status", "TRIAL_EXPIRED");
        assertThat(papers.invoices(customer)).isEmpty();
        var again = lives.reactivate(Map.of("id", id));
        is(again, "reactivateSubscription.subscription.status", "LIVE");
        is(again, "reactivateSubscription.invoice.total.amount", "31.00");
    }

    @Test
    @Order(4)
    @Tag("T7")
    void aTrialEndsAsThePlanSaysHoweverLateTheRun() {
        var cancelling = shop.monthly("USD", "31");
        trial(cancelling, "CANCEL");
        var pausing = shop.monthly("USD", "31");
        trial(pausing, "PAUSE");
        var customer = shop.customer();
        var cancelled = shop.started(customer, cancelling);
        var paused = shop.started(customer, pausing);
        clock.moveTo("2030-05-01");

        is(lives.subscription(cancelled), "subscription.status", "CANCELLED");
        is(lives.subscription(cancelled), "subscription.endedOn", "2030-03-10");
        is(lives.subscription(paused), "subscription.pausedOn", "2030-03-10");
        assertThat(papers.invoices(customer)).isEmpty();
        var resumed = lives.resume(paused);
        // 1 to 9 May of the month from 10 April on.
        is(resumed, "resumeSubscription.invoice.total.amount", "9.30");
    }

    @Test
    @Order(5)
    @Tag("T13")
    @Tag("P54")
    void afterItsBillingCyclesASubscriptionExpires() {
        var plan = shop.monthly("USD", "31");
        lives.terms(plan, Map.of("billingCycles", 2));
        var customer = shop.customer();
        var id = shop.started(customer, plan);
        is(lives.subscription(id), "subscription.expiresOn", "2030-07-01");
        clock.moveTo("2030-07-01");

        is(lives.subscription(id), "subscription.status", "EXPIRED");
        is(lives.subscription(id), "subscription.endedOn", "2030-07-01");
        assertThat(papers.invoices(customer)).containsExactly("31.00", "31.00");
        is(lives.reactivate(Map.of("id", id)), "reactivateSubscription.__typename", "DebtOpen");
    }

    @Test
    @Order(6)
    @Tag("T3")
    @Tag("T10")
    void backdatedItBillsWhatIsSaidAndThePlanBindsIt() {
        var plan = shop.monthly("USD", "31");
        lives.terms(plan, Map.of("minimumTermMonths", 12, "noticeDays", 40));
        var customer = shop.customer();
        var id =
                shop.started(customer, plan, Map.of("startOn", "2030-05-01", "backdating", "PAST"));
        assertThat(papers.invoices(customer)).containsExactly("93.00");
        is(clerk.cancel(id, "TERM_END"), "cancelSubscription.endsOn", "2031-05-01");
        clerk.removeScheduled(id);
        var other = shop.customer();
        shop.started(other, plan, Map.of("startOn", "2030-05-11", "backdating", "NOTHING"));
        assertThat(papers.invoices(other)).isEmpty();
        clock.moveTo("2030-07-11");
        assertThat(papers.invoices(other)).containsExactly("31.00");
    }

    private void trial(UUID plan, String policy) {
        lives.terms(plan, Map.of("trial", FORTNIGHT, "trialEndPolicy", policy));
    }
}
