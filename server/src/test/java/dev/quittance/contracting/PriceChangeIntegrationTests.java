package dev.quittance.contracting;

import static dev.quittance.testing.Shop.money;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.subscriptions.Subscriptions;
import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Shop;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.transaction.reactive.TransactionalOperator;

class PriceChangeIntegrationTests extends IntegrationTest {
    @Autowired Subscriptions subscriptions;
    @Autowired TransactionalOperator transaction;

    Shop shop;

    @BeforeAll
    void openTheShop() {
        shop = new Shop(asOwner());
    }

    @Test
    void whoKeepsTheOldPriceIsBilledByItAndWhoComesLaterByTheNew() {
        var plan = shop.monthly("USD", "20.00");
        var old = shop.customer();
        shop.started(old, plan);

        change(input(plan, "25.00", "KEEP", null))
                .path("changePlanPrices.plan.prices[0].price.amount")
                .entity(String.class)
                .isEqualTo("25.00");
        var fresh = shop.customer();
        shop.started(fresh, plan);

        assertThat(noted(plan)).containsExactly("created", "former prices kept", "changed");
        assertThat(billed(old, "2030-03-01")).containsExactly("USD 20.00", "USD 20.00");
        assertThat(billed(fresh, "2030-02-01")).containsExactly("USD 25.00");
        assertThat(recurring(old)).isEqualTo("20.00");
        assertThat(recurring(fresh)).isEqualTo("25.00");
    }

    @Test
    void whoMovesDoesSoWithTheFirstPeriodFromThatDayOn() {
        var plan = shop.monthly("USD", "20.00");
        var old = shop.customer();
        shop.started(old, plan);

        change(input(plan, "25.00", "MOVE", "2030-02-15"));

        assertThat(recurring(old)).isEqualTo("20.00");
        assertThat(billed(old, "2030-04-01"))
                .containsExactly("USD 20.00", "USD 25.00", "USD 25.00");
        assertThat(recurring(old)).isEqualTo("25.00");
    }

    @Test
    void whoKeptAPriceMovesWhenEverybodyDoes() {
        var plan = shop.monthly("USD", "20.00");
        var old = shop.customer();
        shop.started(old, plan);
        change(input(plan, "25.00", "KEEP", null));
        change(input(plan, "27.00", "KEEP", null));
        assertThat(billed(old, "2030-02-01")).containsExactly("USD 20.00");

        change(input(plan, "30.00", "MOVE", null));

        assertThat(billed(old, "2030-03-01")).containsExactly("USD 30.00");
        // What was kept once and is over is not kept again: the price paid last is.
        change(input(plan, "33.00", "KEEP", null));
        assertThat(billed(old, "2030-04-01")).containsExactly("USD 30.00");
    }

    @Test
    void aPriceOfTheirOwnIsNotConcerned() {
        var plan = shop.monthly("USD", "20.00");
        var own = shop.customer();
        shop.started(own, plan, Map.of("ownPrice", money("USD", "7.00")));

        preview(input(plan, "25.00", "MOVE", null))
                .path("previewPlanPriceChange.subscriptionCount")
                .entity(Integer.class)
                .isEqualTo(0);
        change(input(plan, "25.00", "MOVE", null));

        assertThat(billed(own, "2030-02-01")).containsExactly("USD 7.00");
    }

    @Test
    void thePreviewListsWhoChangesAndChangesNothing() {
        var plan = shop.monthly("USD", "20.00");
        var first = shop.started(shop.customer(), plan);
        var second = shop.started(shop.customer(), plan, Map.of("quantity", 3));
        var third = shop.started(shop.customer(), plan);

        var found = preview(input(plan, "25.00", "MOVE", "2030-02-15"));

        found.path("previewPlanPriceChange.subscriptionCount").entity(Integer.class).isEqualTo(3);
        found.path("previewPlanPriceChange.moves.edges[*].node.subscription.id")
                .entityList(UUID.class)
                .containsExactly(first, second);
        found.path("previewPlanPriceChange.moves.edges[1].node")
                .matchesJson(
                        """
                        {"before": {"amount": "60.00"}, "after": {"amount": "75.00"}, "from": "2030-03-01"}""");
        found.path("previewPlanPriceChange.moves.pageInfo.hasNextPage")
                .entity(Boolean.class)
                .isEqualTo(true);
        var kept = preview(input(plan, "25.00", "KEEP", null));
        kept.path("previewPlanPriceChange.moves.edges[0].node")
                .matchesJson(
                        """
                        {"before": {"amount": "20.00"}, "after": {"amount": "20.00"}, "from": null}""");
        assertThat(third).isNotNull();
        preview(input(plan, "20.00", "MOVE", null))
                .path("previewPlanPriceChange.subscriptionCount")
                .entity(Integer.class)
                .isEqualTo(0);
    }

    @Test
    void whatDoesNotFitIsRefusedAndChangesNothing() {
        var plan = shop.monthly("USD", "20.00");

        assertThat(faults(input(plan, "25.00", "MOVE", "2029-12-31"))).containsExactly("movesOn");
        assertThat(faults(input(plan, "25.00", "MOVE", "2040-01-02"))).containsExactly("movesOn");
        assertThat(faults(input(plan, "25.00", "KEEP", "2030-02-01"))).containsExactly("movesOn");
        var euros = new LinkedHashMap<>(input(plan, "1", "KEEP", null));
        euros.put("prices", List.of(Map.of("price", money("EUR", "1"))));
        assertThat(faults(euros)).containsExactly("prices");
        assertThat(
                        db.sql("select count(*) from kept_price where plan_id = :plan")
                                .bind("plan", plan)
                                .mapValue(Long.class)
                                .one()
                                .block())
                .isZero();
    }

    private List<String> noted(UUID plan) {
        return db.sql("select what from history_entry where subject_id = :plan order by id")
                .bind("plan", plan)
                .mapValue(String.class)
                .all()
                .collectList()
                .block();
    }

    private List<String> billed(UUID customer, String day) {
        var terms =
                subscriptions.due(LocalDate.parse(day), List.of(customer)).collectList().block();
        transaction.transactional(subscriptions.advance(terms)).block();
        return terms.stream().map(term -> term.charges().getFirst().amount().toString()).toList();
    }

    private String recurring(UUID customer) {
        return asOwner()
                .document(
                        "query($id: ID!) { customer(id: $id) { subscriptions { edges { node { recurringTotal { amount } } } } } }")
                .variable("id", customer)
                .execute()
                .path("customer.subscriptions.edges[0].node.recurringTotal.amount")
                .entity(String.class)
                .get();
    }

    private static Map<String, Object> input(
            UUID plan, String price, String existing, @Nullable String movesOn) {
        var input =
                new LinkedHashMap<String, Object>(
                        Map.of(
                                "planId", plan,
                                "prices", List.of(Map.of("price", money("USD", price))),
                                "existing", existing));
        if (movesOn != null) {
            input.put("movesOn", movesOn);
        }
        return input;
    }

    private List<String> faults(Map<String, Object> input) {
        return change(input).path("changePlanPrices.fields[*].path").entityList(String.class).get();
    }

    private GraphQlTester.Response change(Map<String, Object> input) {
        return asOwner()
                .document(
                        """
                        mutation($i: ChangePlanPricesInput!) { changePlanPrices(input: $i) {
                          ... on PlanPricesChanged { plan { prices { price { amount } } } }
                          ... on InvalidInput { fields { path } } } }
                        """)
                .variable("i", input)
                .execute();
    }

    private GraphQlTester.Response preview(Map<String, Object> input) {
        return asOwner()
                .document(
                        """
                        query($i: ChangePlanPricesInput!) { previewPlanPriceChange(input: $i) {
                          subscriptionCount
                          moves(first: 2) { pageInfo { hasNextPage }
                            edges { node { subscription { id } before { amount } after { amount } from } } } } }
                        """)
                .variable("i", input)
                .execute();
    }
}
