package dev.quittance.contracting;

import static dev.quittance.contracting.StartIntegrationTests.is;
import static dev.quittance.contracting.StartIntegrationTests.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Shop;
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
import org.springframework.graphql.execution.ErrorType;
import org.springframework.graphql.test.tester.GraphQlTester;

/** What contacts do with their own subscriptions, as far as the switches let them. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PortalActsIntegrationTests extends IntegrationTest {
    Shop shop;
    UUID product;
    UUID gold;
    UUID pro;
    UUID support;
    UUID customer;
    Lives connie;
    Acts acts;

    @BeforeAll
    void openTheShop() {
        shop = new Shop(asOwner());
        product = shop.product();
        gold = shop.plan(product, "MONTH", false, "USD", "31", null);
        pro = shop.plan(product, "MONTH", false, "USD", "62", null);
        support = shop.addon("USD", "3.10");
        customer = shop.customer();
        connie = new Lives(asContact(customer));
        acts = new Acts(asContact(customer));
    }

    @Test
    @Order(1)
    @Tag("P1")
    @Tag("P36")
    void asDeliveredTheyMayDoNothingOfIt() {
        var id = shop.started(customer, gold);

        is(connie.pause(id, "NOW"), "pauseSubscription.__typename", "SwitchedOff");
        is(
                connie.change(id, Map.of("quantity", 2)),
                "changeSubscription.__typename",
                "SwitchedOff");
        is(acts.cancel(id, "NOW"), "cancelSubscription.__typename", "SwitchedOff");
        is(acts.cancel(id, "TERM_END"), "cancelSubscription.__typename", "SwitchedOff");
        refused(
                connie.preview("pauseSubscription", Map.of("id", id, "when", "NOW")),
                ErrorType.BAD_REQUEST);
        new Acts(asOwner()).cancel(id, "NOW");
        is(connie.reactivate(Map.of("id", id)), "reactivateSubscription.__typename", "SwitchedOff");
    }

    @Test
    @Order(2)
    @Tag("P42")
    @Tag("P45")
    @Tag("P46")
    @Tag("P49")
    void theyPauseAndWithoutLeaveToResumePlanNoEndOfIt() {
        set("PAUSE", Map.of("flag", true));
        var id = shop.started(customer, gold);

        is(
                connie.pause(Map.of("id", id, "when", "NOW", "resumeOn", "2030-03-01")),
                "pauseSubscription.__typename",
                "SwitchedOff");
        is(connie.pause(id, "TERM_END"), "pauseSubscription.subscription.pausesOn", "2030-02-01");
        is(
                connie.unkeyed("deleteSchedule", "ScheduleDeleted", Map.of("id", id)),
                "deleteSchedule.__typename",
                "ScheduleDeleted");
        is(connie.pause(id, "NOW"), "pauseSubscription.subscription.status", "PAUSED");
        is(connie.resume(id), "resumeSubscription.__typename", "SwitchedOff");
        set("RESUME", Map.of("flag", true));
        is(connie.resume(id), "resumeSubscription.subscription.status", "LIVE");
    }

    @Test
    @Order(3)
    @Tag("P32")
    @Tag("P35")
    @Tag("P36")
    void theyChangeWhatIsOfferedAndNeverThePrice() {
        set("EDIT", Map.of("flag", true));
        set("MOST_QUANTITY", Map.of("number", 5));
        set("CHANGE_TIME", Map.of("choice", "NOW"));
        var id = shop.started(customer, gold, Map.of("ownPrice", Shop.money("USD", "20.00")));

        is(
                connie.change(id, Map.of("quantity", 2, "ownPrice", Shop.money("USD", "0.01"))),
                "changeSubscription.fields[0].path",
                "ownPrice");
        is(
                connie.change(id, Map.of("quantity", 6)),
                "changeSubscription.__typename",
                "SwitchedOff");
        is(
                connie.change(id, Map.of("quantity", 2, "when", "TERM_END")),
                "changeSubscription.__typename",
                "SwitchedOff");
        is(
                connie.change(id, Map.of("quantity", 2)),
                "changeSubscription.subscription.recurringTotal.amount",
                "40.00");
        is(
                connie.change(
                        id, Map.of("addons", List.of(Map.of("addonId", support, "quantity", 1)))),
                "changeSubscription.__typename",
                "SwitchedOff");
        var other = shop.monthly("USD", "5");
        is(
                connie.change(id, Map.of("planId", other)),
                "changeSubscription.__typename",
                "SwitchedOff");
        is(
                connie.change(id, Map.of("planId", pro)),
                "changeSubscription.subscription.recurringTotal.amount",
                "124.00");
    }

    @Test
    @Order(4)
    @Tag("P50")
    @Tag("P51")
    @Tag("P52")
    @Tag("P58")
    @Tag("P59")
    void theyCancelAndReactivateAsFarAsTheyMay() {
        set("CANCEL_AT_TERM_END", Map.of("flag", true));
        set("REACTIVATE", Map.of("flag", true));
        var id = shop.started(customer, gold);

        is(cancelOn(id, "2030-01-02"), "cancelSubscription.__typename", "SwitchedOff");
        is(cancelOn(id, "2030-02-01"), "cancelSubscription.endsOn", "2030-02-01");
        is(acts.removeScheduled(id), "removeScheduledCancellation.subscription.status", "LIVE");
        set("CANCEL_NOW", Map.of("flag", true));
        is(cancelOn(id, "2030-01-02"), "cancelSubscription.endsOn", "2030-01-02");
        is(acts.removeScheduled(id), "removeScheduledCancellation.subscription.status", "LIVE");
        is(acts.cancel(id, "TERM_END"), "cancelSubscription.endsOn", "2030-02-01");
        is(acts.removeScheduled(id), "removeScheduledCancellation.subscription.status", "LIVE");
        is(acts.cancel(id, "NOW"), "cancelSubscription.subscription.status", "CANCELLED");
        set("EDIT", Map.of("flag", false));
        is(
                connie.reactivate(Map.of("id", id, "planId", pro)),
                "reactivateSubscription.__typename",
                "SwitchedOff");
        is(
                connie.reactivate(Map.of("id", id)),
                "reactivateSubscription.subscription.status",
                "LIVE");
    }

    @Test
    @Order(5)
    @Tag("P21")
    @Tag("P28")
    @Tag("P29")
    @Tag("T8")
    void theyExtendATrialAsOftenAsIsSet() {
        var plan = shop.monthly("USD", "31");
        new Lives(asOwner())
                .terms(
                        plan,
                        Map.of(
                                "trial",
                                Map.of("count", 7, "unit", "DAY"),
                                "trialEndPolicy",
                                "EXPIRE"));
        var id = shop.started(customer, plan);
        clock.moveTo("2030-01-08");
        is(connie.extend(id), "extendTrial.__typename", "SwitchedOff");
        set("EXTEND_TRIAL", Map.of("flag", true));
        is(connie.extend(id), "extendTrial.subscription.trialEndsOn", "2030-01-15");
        clock.moveTo("2030-01-15");
        is(connie.extend(id), "extendTrial.__typename", "SwitchedOff");
        is(new Lives(asOwner()).extend(id), "extendTrial.subscription.status", "TRIAL");
        is(connie.activate(Map.of("id", id)), "activateSubscription.__typename", "SwitchedOff");
        set("ACTIVATE_TRIAL", Map.of("flag", true));
        is(connie.activate(Map.of("id", id)), "activateSubscription.subscription.status", "LIVE");
    }

    @Test
    @Order(6)
    void othersSubscriptionsAreNotThere() {
        var id = shop.started(shop.customer(), gold);
        refused(connie.pause(id, "NOW"), ErrorType.NOT_FOUND);
        refused(acts.cancel(id, "NOW"), ErrorType.NOT_FOUND);
        refused(connie.change(id, Map.of("quantity", 2)), ErrorType.NOT_FOUND);
        refused(connie.reactivate(Map.of("id", id)), ErrorType.NOT_FOUND);
    }

    private GraphQlTester.Response cancelOn(UUID id, String day) {
        return acts.cancel(Map.of("id", id, "when", "DATE", "on", day));
    }

    private void set(String name, Map<String, ?> value) {
        var preference = new HashMap<String, Object>(value);
        preference.put("name", name);
        asOwner()
                .document(
                        "mutation($i: SetPreferencesInput!) { setPreferences(input: $i) { __typename"
                                + " ... on Problem { message } } }")
                .variable("i", Map.of("preferences", List.of(preference)))
                .execute()
                .path("setPreferences.__typename")
                .entity(String.class)
                .satisfies(type -> assertThat(type).isEqualTo("PreferencesSet"));
    }
}
