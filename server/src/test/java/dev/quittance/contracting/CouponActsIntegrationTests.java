package dev.quittance.contracting;

import static dev.quittance.contracting.StartIntegrationTests.is;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Shop;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.graphql.test.tester.GraphQlTester;

/** Coupons that come with a start or a change, of staff and of contacts. */
class CouponActsIntegrationTests extends IntegrationTest {
    Shop shop;
    Acts acts;
    Lives lives;
    UUID product;
    UUID gold;
    UUID pro;

    @BeforeAll
    void openTheShop() {
        shop = new Shop(asOwner());
        acts = new Acts(asOwner());
        lives = new Lives(asOwner());
        product = shop.product();
        gold = shop.plan(product, "MONTH", false, "USD", "31", null);
        pro = shop.plan(product, "MONTH", false, "USD", "62", null);
    }

    @Test
    void theFirstInvoiceIsLoweredAsWasShown() {
        coupon("HALF", Map.of("percent", "50"));
        var input = start(shop.customer(), "half");

        var preview = acts.previewStart(input);
        is(preview, "previewStartSubscription.total.amount", "15.50");
        is(preview, "previewStartSubscription.nextInvoiceTotal.amount", "31.00");
        var token = preview.path("previewStartSubscription.token").entity(String.class).get();
        var started = acts.start(Acts.with(input, "quoteToken", token));

        is(started, "startSubscription.invoice.total.amount", "15.50");
        assertThat(left(started.path("startSubscription.subscription.id").entity(UUID.class).get()))
                .isZero();
        assertThat(redeemed("HALF")).isEqualTo(1);
    }

    @Test
    void whatCanNotBeRedeemedStartsNothing() {
        coupon("ELSEWHERE", Map.of("percent", "10", "planIds", List.of(pro)));
        coupon("LAST", Map.of("percent", "10", "mostRedemptions", 1));
        acts.start(start(shop.customer(), "LAST"));

        var refused = acts.start(start(shop.customer(), "ELSEWHERE", "NOWHERE", "LAST"));

        is(refused, "startSubscription.__typename", "InvalidInput");
        refused.path("startSubscription.fields[*].path")
                .entityList(String.class)
                .containsExactly("couponCodes[0]", "couponCodes[1]", "couponCodes[2]");
        is(
                acts.start(start(shop.customer(), "x\u0000y")),
                "startSubscription.fields[0].path",
                "couponCodes[0]");
        is(
                acts.start(
                        start(
                                shop.customer(),
                                IntStream.range(0, 11)
                                        .mapToObj(i -> "C" + i)
                                        .toArray(String[]::new))),
                "startSubscription.fields[0].path",
                "couponCodes");
    }

    @Test
    @Tag("P34")
    void aCouponComesWithAChangeAndLowersIt() {
        coupon("UPGRADE", Map.of("percent", "50", "planIds", List.of(pro)));
        var id = shop.started(shop.customer(), gold);
        var wanted = Map.of("planId", pro, "couponCodes", List.of("upgrade"));

        var preview =
                lives.preview(
                        "changeSubscription",
                        Map.of(
                                "id",
                                id,
                                "when",
                                "NOW",
                                "planId",
                                pro,
                                "couponCodes",
                                List.of("UPGRADE")));
        // On the first day: 31.00 credited, half of 62.00 billed; its only term is used up by that.
        is(preview, "previewChangeSubscription.total.amount", "0.00");
        is(preview, "previewChangeSubscription.nextInvoiceTotal.amount", "62.00");
        is(lives.change(id, wanted), "changeSubscription.invoice.total.amount", "31.00");
        assertThat(left(id)).isZero();
        assertThat(lives.history(id)).contains("coupon redeemed", "subscription changed");
    }

    @Test
    @Tag("P34")
    void couponsAloneChangeTheNextInvoiceAndNothingThatIsPlanned() {
        coupon("LATER", Map.of("percent", "50"));
        var id = shop.started(shop.customer(), gold);
        var preview =
                lives.preview(
                        "changeSubscription",
                        Map.of("id", id, "when", "TERM_END", "couponCodes", List.of("LATER")));
        is(preview, "previewChangeSubscription.total.amount", "0.00");
        is(preview, "previewChangeSubscription.nextInvoiceTotal.amount", "15.50");
        lives.change(id, Map.of("planId", pro, "when", "TERM_END"));
        var changed = lives.change(id, Map.of("couponCodes", List.of("LATER")));

        is(changed, "changeSubscription.subscription.changesOn", "2030-02-01");
        assertThat(redeemed("LATER")).isEqualTo(1);
        is(
                lives.change(id, Map.of("couponCodes", List.of("LATER"))),
                "changeSubscription.fields[0].path",
                "couponCodes[0]");
        is(
                lives.change(id, Map.of("removeCouponIds", List.of(UUID.randomUUID()))),
                "changeSubscription.fields[0].path",
                "removeCouponIds[0]");
        lives.unkeyed("removeScheduledChange", "ScheduledChangeRemoved", Map.of("id", id));
        var off = Map.of("id", id, "when", "NOW", "removeCouponIds", List.of(redemption(id)));
        is(
                lives.preview("changeSubscription", off),
                "previewChangeSubscription.nextInvoiceTotal.amount",
                "31.00");
    }

    @Test
    @Tag("P34")
    @Tag("P36")
    void contactsEnterCouponsOnlyWhereTheyMay() {
        coupon("MINE", Map.of("percent", "50"));
        var customer = shop.customer();
        var connie = new Lives(asContact(customer));
        var id = shop.started(customer, gold);
        set(Map.of("name", "EDIT", "flag", true));
        set(Map.of("name", "CHANGE_COUPONS", "flag", false));

        var off = connie.change(id, Map.of("couponCodes", List.of("MINE")));
        is(off, "changeSubscription.__typename", "SwitchedOff");
        assertThat(redeemed("MINE")).isZero();

        set(Map.of("name", "CHANGE_COUPONS", "flag", true));
        is(
                connie.change(id, Map.of("couponCodes", List.of("MINE"))),
                "changeSubscription.__typename",
                "SubscriptionChanged");
        assertThat(redeemed("MINE")).isEqualTo(1);
        is(
                connie.change(id, Map.of("removeCouponIds", List.of(redemption(id)))),
                "changeSubscription.__typename",
                "SubscriptionChanged");
    }

    private Map<String, Object> start(UUID customer, String... codes) {
        return Map.of("customerId", customer, "planId", gold, "couponCodes", List.of(codes));
    }

    private void coupon(String code, Map<String, Object> facts) {
        var input = new LinkedHashMap<>(facts);
        input.put("code", code);
        input.put("name", "Coupon " + code);
        is(
                asOwner()
                        .document(
                                "mutation($i: CreateCouponInput!) { createCoupon(input: $i) {"
                                        + " __typename ... on Problem { message } } }")
                        .variable("i", input)
                        .execute(),
                "createCoupon.__typename",
                "CouponCreated");
    }

    private Integer redeemed(String code) {
        return db.sql("select redeemed from coupon where code = :code")
                .bind("code", code)
                .mapValue(Integer.class)
                .one()
                .block();
    }

    private Integer left(UUID subscription) {
        return db.sql("select terms_left from subscription_coupon where subscription_id = :id")
                .bind("id", subscription)
                .mapValue(Integer.class)
                .one()
                .block();
    }

    private UUID redemption(UUID subscription) {
        return db.sql("select id from subscription_coupon where subscription_id = :id")
                .bind("id", subscription)
                .mapValue(UUID.class)
                .one()
                .block();
    }

    private void set(Map<String, ?> preference) {
        GraphQlTester.Response set =
                asOwner()
                        .document(
                                "mutation($i: SetPreferencesInput!) { setPreferences(input: $i) {"
                                        + " __typename ... on Problem { message } } }")
                        .variable("i", Map.of("preferences", List.of(preference)))
                        .execute();
        is(set, "setPreferences.__typename", "PreferencesSet");
    }
}
