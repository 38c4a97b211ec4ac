package dev.quittance.contracting;

import static dev.quittance.contracting.StartIntegrationTests.is;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Shop;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.graphql.test.tester.GraphQlTester;

/** Billing days that are set with a plan, at the start and later; today is 1 January 2030. */
class BillingDayIntegrationTests extends IntegrationTest {
    Shop shop;
    Acts acts;
    Lives lives;
    UUID gold;

    @BeforeAll
    void openTheShop() {
        shop = new Shop(asOwner());
        acts = new Acts(asOwner());
        lives = new Lives(asOwner());
        gold = shop.monthly("USD", "31");
    }

    @Test
    @Tag("A25")
    void theFirstInvoiceIsOfTheDaysUntilTheBillingDay() {
        var input =
                Map.<String, Object>of(
                        "customerId", shop.customer(), "planId", gold, "billingDay", 11);

        var preview = acts.previewStart(input);
        is(preview, "previewStartSubscription.total.amount", "10.00");
        is(preview, "previewStartSubscription.nextInvoiceOn", "2030-01-11");
        is(preview, "previewStartSubscription.nextInvoiceTotal.amount", "31.00");
        var started = acts.start(input);
        is(started, "startSubscription.invoice.total.amount", "10.00");
        is(started, "startSubscription.subscription.nextInvoiceOn", "2030-01-11");
        is(started, "startSubscription.subscription.currentPeriod.start", "2030-01-01");
        is(started, "startSubscription.subscription.currentPeriod.end", "2030-01-10");
    }

    @Test
    void bySettingTheFirstPartIsJoinedOrFree() {
        try {
            lives.settings(Map.of("firstPeriod", "JOINED"));
            var joined =
                    Map.<String, Object>of(
                            "customerId", shop.customer(), "planId", gold, "billingDay", 11);
            is(acts.previewStart(joined), "previewStartSubscription.total.amount", "41.00");
            var started = acts.start(joined);
            is(started, "startSubscription.invoice.total.amount", "41.00");
            is(started, "startSubscription.subscription.nextInvoiceOn", "2030-02-11");

            lives.settings(Map.of("firstPeriod", "FREE"));
            var free =
                    Map.<String, Object>of(
                            "customerId", shop.customer(), "planId", gold, "billingDay", 11);
            var preview = acts.previewStart(free);
            is(preview, "previewStartSubscription.total.amount", "0.00");
            is(preview, "previewStartSubscription.nextInvoiceOn", "2030-01-11");
            is(preview, "previewStartSubscription.nextInvoiceTotal.amount", "31.00");
            var begun = acts.start(free);
            begun.path("startSubscription.invoice").valueIsNull();
            is(begun, "startSubscription.subscription.nextInvoiceOn", "2030-01-11");
        } finally {
            lives.settings(Map.of("firstPeriod", "PRORATED"));
        }
    }

    @Test
    void thePlanSaysSoUnlessTheStartDoes() {
        var plan = shop.monthly("USD", "31");
        lives.terms(plan, Map.of("billingDay", 31));

        is(
                acts.start(Map.of("customerId", shop.customer(), "planId", plan)),
                "startSubscription.subscription.nextInvoiceOn",
                "2030-01-31");
        is(
                acts.start(Map.of("customerId", shop.customer(), "planId", plan, "billingDay", 1)),
                "startSubscription.subscription.nextInvoiceOn",
                "2030-02-01");
    }

    @Test
    @Tag("A25")
    void itIsChangedAfterAPlanIsAssociatedAsWasShown() {
        var id = shop.started(shop.customer(), gold);
        var wish = Map.<String, Object>of("id", id, "billingDay", 16, "when", "NOW");

        var preview = lives.preview("changeBillingDay", wish);
        is(preview, "previewChangeBillingDay.total.amount", "-16.00");
        is(preview, "previewChangeBillingDay.nextInvoiceOn", "2030-01-16");
        is(preview, "previewChangeBillingDay.nextInvoiceTotal.amount", "31.00");
        var token = preview.path("previewChangeBillingDay.token").entity(String.class).get();
        var changed = change(Acts.with(wish, "quoteToken", token));

        is(changed, "changeBillingDay.__typename", "BillingDayChanged");
        is(changed, "changeBillingDay.credit.amount", "31.00");
        is(changed, "changeBillingDay.invoice.total.amount", "15.00");
        is(changed, "changeBillingDay.subscription.nextInvoiceOn", "2030-01-16");
        is(
                change(Acts.with(wish, "quoteToken", token)),
                "changeBillingDay.fields[0].path",
                "billingDay");
        assertThat(lives.history(id)).contains("billing day changed");
    }

    @Test
    @Tag("A25")
    void fromTheNextInvoiceOnNothingIsCredited() {
        var id = shop.started(shop.customer(), gold);

        var changed = change(Map.of("id", id, "billingDay", 16, "when", "TERM_END"));

        is(changed, "changeBillingDay.credit.amount", "0.00");
        is(changed, "changeBillingDay.subscription.nextInvoiceOn", "2030-02-01");
        is(
                lives.preview(
                        "changeSubscription",
                        Map.of(
                                "id",
                                id,
                                "when",
                                "NOW",
                                "quantity",
                                1,
                                "planId",
                                shop.monthly("USD", "28"))),
                "previewChangeSubscription.nextInvoiceTotal.amount",
                // 15 days from 1 to 16 February, of the 31 from 16 January on.
                "13.55");
    }

    @Test
    void whatIsNoBillingDayIsRefusedByField() {
        var id = shop.started(shop.customer(), gold);

        is(
                change(Map.of("id", id, "billingDay", 32, "when", "NOW")),
                "changeBillingDay.fields[0].path",
                "billingDay");
        is(
                acts.start(Map.of("customerId", shop.customer(), "planId", gold, "billingDay", 0)),
                "startSubscription.fields[0].path",
                "billingDay");
    }

    @Test
    @Tag("B16")
    @Tag("B17")
    void paidSupportIsNeitherBilledByDaysNorTried() {
        var trial = Map.of("count", 14, "unit", "DAY");

        assertThat(faults("DAY", Map.of("paidSupport", true))).containsExactly("interval.unit");
        assertThat(faults("MONTH", Map.of("paidSupport", true, "trial", trial)))
                .containsExactly("terms.trial");
        assertThat(faults("MONTH", Map.of("paidSupport", true))).isEmpty();
        assertThat(faults("DAY", Map.of("trial", trial))).isEmpty();
        assertThat(faults("DAY", Map.of("billingDay", 1))).containsExactly("terms.billingDay");
    }

    private List<String> faults(String unit, Map<String, Object> terms) {
        var input =
                Map.of(
                        "productId", shop.product(),
                        "name", Shop.name("Plan"),
                        "interval", Map.of("count", 1, "unit", unit),
                        "prices", List.of(Map.of("price", Shop.money("USD", "5"))),
                        "terms", terms);
        var answer =
                asOwner()
                        .document(
                                "mutation($i: CreatePlanInput!) { createPlan(input: $i) { __typename"
                                        + " ... on InvalidInput { fields { path } } } }")
                        .variable("i", input)
                        .execute();
        return answer.path("createPlan.__typename").entity(String.class).get().equals("PlanCreated")
                ? List.of()
                : answer.path("createPlan.fields[*].path").entityList(String.class).get();
    }

    private GraphQlTester.Response change(Map<String, Object> input) {
        return lives.act(
                "changeBillingDay", "BillingDayChanged", input, "credit { amount }", "invoice");
    }
}
