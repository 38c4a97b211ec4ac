package dev.quittance.contracting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Shop;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** How subscriptions begin whose periods are billed when they are over; 1 January 2030 at first. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ArrearsBeginningIntegrationTests extends IntegrationTest {
    Shop shop;
    Lives lives;
    Papers papers;
    UUID gold;
    final List<UUID> backdated = new ArrayList<>();

    @BeforeAll
    void openTheShop() {
        shop = new Shop(asOwner());
        lives = new Lives(asOwner());
        papers = new Papers(db);
        gold = arrears(shop.monthly("USD", "31"), Map.of());
    }

    @Test
    @Order(1)
    @Tag("T1")
    @Tag("T2")
    void theFirstDayIsThatOfAnInvoiceOnlyIfSomethingIsPaidOnce() {
        var fee = arrears(shop.plan(shop.product(), "MONTH", false, "USD", "31", "5"), Map.of());
        var tried =
                arrears(
                        shop.monthly("USD", "31"),
                        Map.of("trial", Map.of("count", 10, "unit", "DAY")));
        var later = Map.<String, Object>of("startOn", "2030-01-10");

        assertThat(next(shop.started(shop.customer(), gold))).isEqualTo("2030-02-01");
        assertThat(next(shop.started(shop.customer(), gold, later))).isEqualTo("2030-02-10");
        assertThat(next(shop.started(shop.customer(), fee, later))).isEqualTo("2030-01-10");
        assertThat(next(shop.started(shop.customer(), tried))).isEqualTo("2030-02-11");
    }

    @Test
    @Order(2)
    @Tag("A25")
    void thePartBeforeTheFirstBillingDayIsBilledWhenItIsOver() {
        var customer = shop.customer();
        shop.started(customer, gold, Map.of("billingDay", 11));

        clock.moveTo("2030-01-10");
        assertThat(papers.invoices(customer)).isEmpty();
        clock.moveTo("2030-01-11");
        // 10 of the 31 days from 11 December on.
        assertThat(papers.invoices(customer)).containsExactly("10.00");
        clock.moveTo("2030-02-11");
        assertThat(papers.invoices(customer)).containsExactly("10.00", "31.00");
    }

    @Test
    @Order(3)
    void bySettingThatPartIsFreeOrBilledWithTheFirstWholePeriod() {
        try {
            lives.settings(Map.of("firstPeriod", "FREE"));
            var free = shop.customer();
            shop.started(free, gold, Map.of("billingDay", 21));
            clock.moveTo("2030-02-21");
            assertThat(papers.invoices(free)).isEmpty();
            clock.moveTo("2030-03-21");
            assertThat(papers.invoices(free)).containsExactly("31.00");

            lives.settings(Map.of("firstPeriod", "JOINED"));
            var joined = shop.customer();
            shop.started(joined, gold, Map.of("billingDay", 26));
            clock.moveTo("2030-03-26");
            assertThat(papers.invoices(joined)).isEmpty();
            clock.moveTo("2030-04-26");
            // 5 of the 28 days from 26 February on, 5.54, and a whole month.
            assertThat(papers.invoices(joined)).containsExactly("36.54");
        } finally {
            lives.settings(Map.of("firstPeriod", "PRORATED"));
        }
    }

    @Test
    @Order(4)
    @Tag("T1")
    void ofThePastWhatIsOverIsBilledAtOnceAndThePresentPeriodWhenItIs() {
        assertThat(backdated("PAST", "2030-05-10")).containsExactly("31.00");
        assertThat(backdated("THIS_TERM", "2030-05-10")).isEmpty();
        assertThat(backdated("NOTHING", "2030-06-10")).isEmpty();

        clock.moveTo("2030-05-10");
        assertThat(papers.invoices(backdated.get(0))).containsExactly("31.00", "31.00");
        assertThat(papers.invoices(backdated.get(1))).containsExactly("31.00");
        assertThat(papers.invoices(backdated.get(2))).isEmpty();
        clock.moveTo("2030-06-10");
        assertThat(papers.invoices(backdated.get(2))).containsExactly("31.00");
    }

    @Test
    @Order(5)
    void aCouponOfTwoTermsLowersTwoPeriodsAndNoThird() {
        asOwner()
                .document(
                        "mutation($i: CreateCouponInput!) { createCoupon(input: $i) { __typename } }")
                .variable(
                        "i",
                        Map.of(
                                "code", "LATE",
                                "name", "At the end",
                                "percent", "10",
                                "duration", "TERMS",
                                "terms", 2))
                .executeAndVerify();
        var customer = shop.customer();
        shop.started(customer, gold, Map.of("couponCodes", List.of("LATE")));

        clock.moveTo(clock.today().plusMonths(3));
        assertThat(papers.invoices(customer)).containsExactly("27.90", "27.90", "31.00");
    }

    @Test
    @Order(6)
    void nothingIsBilledAheadOfItsEnd() {
        asOwner()
                .document(
                        """
                        mutation($i: UpdatePlanInput!) { updatePlan(input: $i) {
                          ... on InvalidInput { fields { path } } } }""")
                .variable(
                        "i",
                        Map.of("id", gold, "terms", Map.of("chargedIn", "ARREARS", "leadDays", 3)))
                .execute()
                .path("updatePlan.fields[*].path")
                .entityList(String.class)
                .containsExactly("terms.leadDays");
    }

    private List<String> backdated(String backdating, String next) {
        var customer = shop.customer();
        backdated.add(customer);
        var id =
                shop.started(
                        customer, gold, Map.of("startOn", "2030-03-10", "backdating", backdating));
        assertThat(next(id)).as(backdating).isEqualTo(next);
        return papers.invoices(customer);
    }

    private UUID arrears(UUID plan, Map<String, Object> more) {
        var terms = new HashMap<String, Object>(more);
        terms.put("chargedIn", "ARREARS");
        lives.terms(plan, terms);
        return plan;
    }

    private String next(UUID subscription) {
        return lives.subscription(subscription)
                .path("subscription.nextInvoiceOn")
                .entity(String.class)
                .get();
    }
}
