package dev.quittance.collection;

import static dev.quittance.collection.Till.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.platform.Ids;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;

/** Whose rule holds, and what it does when the last try has passed. */
class DunningRuleTests extends DeclinedRenewal {
    private static final ParameterizedTypeReference<Map<String, Object>> FACTS =
            new ParameterizedTypeReference<>() {};

    @AfterEach
    void theUsualRuleAlone() {
        db.sql("delete from dunning_rule where num_nonnulls(plan_id, customer_id) = 1")
                .then()
                .block();
    }

    @Test
    @Tag("T17")
    void theNearestRuleHoldsAsAWhole() {
        assertThat(at(board(), "rule.retryDays")).isEqualTo(List.of(1, 3, 5, 7, 14));
        set(Map.of("planId", plan), List.of(2), "NOTHING");
        assertThat(at(board(), "rule.retryDays")).isEqualTo(List.of(2));
        set(Map.of("customerId", ada), List.of(4, 1), "CANCEL");
        assertThat(at(board(), "rule.retryDays")).isEqualTo(List.of(1, 4));
        assertThat(at(board(), "rule.finalAction")).isEqualTo("CANCEL");
        assertThat(at(board(), "givenUpOn")).isEqualTo(clock.today().plusDays(5).toString());

        remove(Map.of("customerId", ada));
        assertThat(at(board(), "rule.retryDays")).isEqualTo(List.of(2));
    }

    @Test
    @Tag("T17")
    void byRuleItIsCancelledAndNothingIsGivenBack() {
        set(Map.of("customerId", ada), List.of(1), "CANCEL");
        nextDay();
        assertThat(status()).isEqualTo("DUNNING");
        nextDay();

        assertThat(status()).isEqualTo("CANCELLED");
        assertThat(open()).hasSize(1);
        assertThat(attempts()).isEqualTo(2);
        nextDay();
        assertThat(attempts()).isEqualTo(2);
        assertThat(mails()).anyMatch(one -> one.endsWith("is still unpaid"));
    }

    @Test
    @Tag("T17")
    void aTryThatWasNotMadeByThenIsMadeNoMoreAndTheCaseStaysOnTheBoard() {
        set(Map.of("customerId", ada), List.of(1), "CANCEL");
        clock.moveTo(clock.today().plusDays(2));
        run();

        assertThat(status()).isEqualTo("CANCELLED");
        assertThat(attempts()).isEqualTo(1);
        assertThat(board(false))
                .containsEntry("stage", "GIVEN_UP")
                .containsEntry("decline", "INSUFFICIENT_FUNDS");
    }

    @Test
    @Tag("T29")
    void whatWasCancelledUnpaidGoesOnInItsTermOnceItIsPaid() {
        set(Map.of("customerId", ada), List.of(1), "CANCEL");
        var next = clock.today().plusMonths(1);
        nextDay();
        nextDay();
        assertThat(status()).isEqualTo("CANCELLED");
        assertThat(reactivate().get("__typename")).isEqualTo("DebtOpen");

        open().forEach(this::pay);
        nextDay();
        var again = reactivate();
        assertThat(again.get("__typename")).isEqualTo("SubscriptionReactivated");
        assertThat(again.get("invoice")).isNull();
        assertThat(at(again, "subscription.nextInvoiceOn")).isEqualTo(next.toString());
        assertThat(status()).isEqualTo("LIVE");
    }

    @Test
    @Tag("T17")
    void byRuleNothingFollowsAndTheInvoiceStaysOpen() {
        set(Map.of("planId", plan), List.of(), "NOTHING");
        assertThat(status()).isEqualTo("DUNNING");
        // The try that was planned by the rule of before is made first.
        nextDay();
        nextDay();

        assertThat(status()).isEqualTo("LIVE");
        assertThat(open()).hasSize(1);
        var tried = attempts();
        nextDay();
        assertThat(attempts()).isEqualTo(tried);
    }

    @Test
    @Tag("T15")
    @Tag("T17")
    void eachStepIsMailed() {
        drain();
        assertThat(mails()).anyMatch(one -> one.endsWith("did not go through"));
        for (var day = 1; day <= 15; day++) {
            nextDay();
        }
        assertThat(mails().stream().filter(one -> one.endsWith("did not go through"))).hasSize(6);
        assertThat(mails()).anyMatch(one -> one.endsWith("is still unpaid"));
    }

    @Test
    void aRuleThatCanNotBeIsRefused() {
        assertThat(paths(rule(Map.of(), List.of(0, 1, 1), "UNPAID"))).containsOnly("retryDays");
        assertThat(paths(rule(Map.of("planId", plan, "customerId", ada), List.of(), "UNPAID")))
                .containsExactly("customerId");
        assertThat(paths(act("removeDunningRule", Map.of()))).containsExactly("planId");
        asOwner()
                .document(
                        "mutation($i: SetDunningRuleInput!) { setDunningRule(input: $i) { __typename } }")
                .variable("i", input(Map.of("planId", Ids.next()), List.of(), "UNPAID"))
                .execute()
                .errors()
                .satisfy(
                        errors ->
                                assertThat(errors)
                                        .singleElement()
                                        .extracting(
                                                one -> one.getExtensions().get("classification"))
                                        .isEqualTo("NOT_FOUND"));
    }

    private Map<String, Object> board() {
        return board(true);
    }

    private Map<String, Object> board(boolean active) {
        return asOwner()
                .document(
                        """
                        query($c: ID, $active: Boolean) {
                          dunningCases(filter: {customerId: $c, active: $active}) { edges { node {
                          stage decline tries retryOn givenUpOn rule { retryDays finalAction } } } } }""")
                .variable("c", ada)
                .variable("active", active)
                .execute()
                .path("dunningCases.edges[0].node")
                .entity(FACTS)
                .get();
    }

    private void set(Map<String, ?> place, List<Integer> retries, String action) {
        assertThat(rule(place, retries, action).get("__typename")).isEqualTo("DunningRuleSet");
    }

    private Map<String, Object> rule(Map<String, ?> place, List<Integer> retries, String action) {
        return act("setDunningRule", input(place, retries, action));
    }

    private static Map<String, Object> input(
            Map<String, ?> place, List<Integer> retries, String action) {
        var input = new HashMap<String, Object>(place);
        input.put("retryDays", retries);
        input.put("reminderDays", List.of());
        input.put("finalAction", action);
        return input;
    }

    private Map<String, Object> act(String mutation, Map<String, ?> input) {
        var type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input";
        return asOwner()
                .document(
                        """
                        mutation($i: %s!) { %s(input: $i) { __typename ... on InvalidInput { fields { path } } } }"""
                                .formatted(type, mutation))
                .variable("i", input)
                .execute()
                .path(mutation)
                .entity(FACTS)
                .get();
    }

    private void remove(Map<String, UUID> place) {
        assertThat(act("removeDunningRule", place).get("__typename"))
                .isEqualTo("DunningRuleRemoved");
    }

    private Map<String, Object> reactivate() {
        return asOwner()
                .document(
                        """
                        mutation($i: ReactivateSubscriptionInput!) { reactivateSubscription(input: $i) { __typename
                          ... on SubscriptionReactivated { invoice { id } subscription { nextInvoiceOn } } } }""")
                .variable("i", Map.of("id", subscription, "idempotencyKey", Ids.next().toString()))
                .execute()
                .path("reactivateSubscription")
                .entity(FACTS)
                .get();
    }

    private static List<Object> paths(Map<String, Object> refused) {
        return ((List<?>) refused.get("fields"))
                .stream()
                        .map(one -> ((Map<?, ?>) one).get("path"))
                        .map(Object.class::cast)
                        .toList();
    }

    private List<String> mails() {
        return db.sql("select subject from mail where customer_id = :id order by id")
                .bind("id", ada)
                .mapValue(String.class)
                .all()
                .collectList()
                .blockOptional()
                .orElseThrow();
    }
}
