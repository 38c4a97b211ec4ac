package dev.quittance.contracting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.subscriptions.DueTerm;
import dev.quittance.subscriptions.Subscriptions;
import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Shop;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.transaction.reactive.TransactionalOperator;

class CouponIntegrationTests extends IntegrationTest {
    @Autowired Subscriptions subscriptions;
    @Autowired TransactionalOperator transaction;

    Shop shop;
    UUID gold;

    @BeforeAll
    void openTheShop() {
        shop = new Shop(asOwner());
        gold = shop.monthly("USD", "30.00");
    }

    @Test
    void aCouponOfTwoTermsLowersTwoInvoicesAndNoThird() {
        coupon("TWICE", Map.of("percent", "10", "duration", "TERMS", "terms", 2));
        var customer = shop.customer();
        var id = shop.started(customer, gold);

        redeem(id, "twice")
                .path("redeemCoupon.subscription.coupons[0].termsLeft")
                .entity(Integer.class)
                .isEqualTo(2);

        assertThat(billed(customer, LocalDate.of(2030, 2, 1))).containsExactly("USD 27.00");
        assertThat(left(id)).isEqualTo(1);
        assertThat(billed(customer, LocalDate.of(2030, 4, 1)))
                .containsExactly("USD 27.00", "USD 30.00");
        assertThat(left(id)).isZero();
    }

    @Test
    void aCouponThatWasTakenOffActsNoMore() {
        coupon("FOREVER", Map.of("percent", "50", "duration", "FOREVER"));
        var customer = shop.customer();
        var id = shop.started(customer, gold);
        var redemption =
                redeem(id, "FOREVER")
                        .path("redeemCoupon.subscription.coupons[0].id")
                        .entity(String.class)
                        .get();
        assertThat(due(customer, LocalDate.of(2030, 2, 1)))
                .extracting(CouponIntegrationTests::total)
                .containsExactly("USD 15.00");

        for (var twice = 0; twice < 2; twice++) {
            asOwner()
                    .document(
                            """
                            mutation($id: ID!) { removeCoupon(input: {redemptionId: $id}) {
                              ... on CouponRemoved { subscription { coupons { active } } } } }
                            """)
                    .variable("id", redemption)
                    .execute()
                    .path("removeCoupon.subscription.coupons[*].active")
                    .entityList(Boolean.class)
                    .containsExactly(false);
        }

        assertThat(due(customer, LocalDate.of(2030, 2, 1)))
                .extracting(CouponIntegrationTests::total)
                .containsExactly("USD 30.00");
    }

    @Test
    void aCouponIsRefusedWithItsReason() {
        coupon("ONE", Map.of("percent", "10", "mostRedemptions", 1));
        coupon("EUROS", amounts("EUR", "5"));
        coupon("ELSE", Map.of("percent", "10", "planIds", List.of(shop.monthly("USD", "1"))));
        var old = coupon("OLD", Map.of("percent", "10"));
        archive(old);
        var id = shop.started(shop.customer(), gold);

        assertThat(refusal(id, "NOWHERE")).isEqualTo("UNKNOWN");
        assertThat(refusal(id, "EUROS")).isEqualTo("OTHER_CURRENCIES");
        assertThat(refusal(id, "ELSE")).isEqualTo("OTHER_PLANS");
        assertThat(refusal(id, "OLD")).isEqualTo("EXPIRED");
        redeem(id, "ONE");
        assertThat(refusal(id, "ONE")).isEqualTo("REDEEMED");
        assertThat(refusal(shop.started(shop.customer(), gold), "ONE")).isEqualTo("USED_UP");
    }

    @Test
    void eachCustomerRedeemsACouponAsOftenAsTheyMay() {
        coupon("ONCE-EACH", Map.of("percent", "10", "mostPerCustomer", 1));
        var customer = shop.customer();
        redeem(shop.started(customer, gold), "ONCE-EACH");

        assertThat(refusal(shop.started(customer, gold), "ONCE-EACH"))
                .isEqualTo("USED_UP_BY_CUSTOMER");
        redeem(shop.started(shop.customer(), gold), "ONCE-EACH")
                .path("redeemCoupon.subscription.id")
                .hasValue();
    }

    @Test
    void twentyAtOnceGetNoMoreThanThereAre() throws InterruptedException {
        var coupon = coupon("FIVE", Map.of("percent", "10", "mostRedemptions", 5));
        var each =
                IntStream.range(0, 20)
                        .mapToObj(_ -> shop.started(shop.customer(), gold))
                        .map(
                                id ->
                                        (Callable<String>)
                                                () ->
                                                        redeem(id, "FIVE")
                                                                .path("redeemCoupon.__typename")
                                                                .entity(String.class)
                                                                .get())
                        .toList();
        try (var workers = Executors.newFixedThreadPool(20)) {
            var answers =
                    workers.invokeAll(each).stream()
                            .map(java.util.concurrent.Future::resultNow)
                            .toList();

            assertThat(answers).filteredOn("CouponRedeemed"::equals).hasSize(5);
            assertThat(answers).filteredOn("CouponRefused"::equals).hasSize(15);
        }
        asOwner()
                .document(
                        """
                        query($id: ID!) { coupon(id: $id) { redeemed
                          redemptions(first: 3) { edges { node { redeemedOn subscription { number } } }
                            pageInfo { hasNextPage } } } }
                        """)
                .variable("id", coupon)
                .execute()
                .path("coupon.redeemed")
                .entity(Integer.class)
                .isEqualTo(5)
                .path("coupon.redemptions.edges")
                .entityList(Object.class)
                .hasSize(3);
    }

    @Test
    void whatCannotBeACouponIsRefusedByField() {
        coupon("TAKEN", Map.of("percent", "10"));

        assertThat(faults("taken", Map.of("percent", "10"))).containsExactly("code");
        assertThat(faults("X1", Map.of("percent", "10", "planIds", List.of(UUID.randomUUID()))))
                .containsExactly("planIds");
        assertThat(faults("X2", Map.of("percent", "10", "addonIds", List.of(UUID.randomUUID()))))
                .containsExactly("addonIds");
        assertThat(faults("X3", Map.of())).containsExactly("percent");
    }

    private List<String> billed(UUID customer, LocalDate day) {
        var terms = due(customer, day);
        transaction.transactional(subscriptions.advance(terms)).block();
        return terms.stream().map(CouponIntegrationTests::total).toList();
    }

    private List<DueTerm> due(UUID customer, LocalDate day) {
        return subscriptions.due(day, List.of(customer)).collectList().block();
    }

    private static String total(DueTerm term) {
        return term.charges().getFirst().amount().toString();
    }

    private Integer left(UUID subscription) {
        return db.sql("select terms_left from subscription_coupon where subscription_id = :id")
                .bind("id", subscription)
                .mapValue(Integer.class)
                .one()
                .block();
    }

    private static Map<String, Object> amounts(String currency, String amount) {
        return Map.of("amounts", List.of(Shop.money(currency, amount)));
    }

    private String coupon(String code, Map<String, Object> facts) {
        return create(code, facts).path("createCoupon.coupon.id").entity(String.class).get();
    }

    private List<String> faults(String code, Map<String, Object> facts) {
        return create(code, facts)
                .path("createCoupon.fields[*].path")
                .entityList(String.class)
                .get();
    }

    private GraphQlTester.Response create(String code, Map<String, Object> facts) {
        var input = new LinkedHashMap<>(facts);
        input.put("code", code);
        input.put("name", "Coupon " + code);
        return asOwner()
                .document(
                        """
                        mutation($i: CreateCouponInput!) { createCoupon(input: $i) {
                          ... on CouponCreated { coupon { id } } ... on InvalidInput { fields { path } } } }
                        """)
                .variable("i", input)
                .execute();
    }

    private void archive(String id) {
        asOwner()
                .document(
                        """
                        mutation($id: ID!) { setCouponArchived(input: {id: $id, archived: true}) {
                          ... on CouponUpdated { coupon { archived } } } }
                        """)
                .variable("id", id)
                .execute()
                .path("setCouponArchived.coupon.archived")
                .entity(Boolean.class)
                .isEqualTo(true);
    }

    private String refusal(UUID subscription, String code) {
        return redeem(subscription, code).path("redeemCoupon.reason").entity(String.class).get();
    }

    private GraphQlTester.Response redeem(UUID subscription, String code) {
        return asOwner()
                .document(
                        """
                        mutation($id: ID!, $code: String!) { redeemCoupon(input: {subscriptionId: $id, code: $code}) {
                          __typename
                          ... on CouponRedeemed { subscription { id coupons { id termsLeft active coupon { code } } } }
                          ... on CouponRefused { reason message } } }
                        """)
                .variable("id", subscription)
                .variable("code", code)
                .execute();
    }
}
