package dev.quittance.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.platform.Faults;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.graphql.test.tester.GraphQlTester;

class PlanChangeRuleIntegrationTests extends CatalogTest {
    @Autowired PlanChangeRules rules;
    @Autowired CancelReasons reasons;

    @Test
    void theMerchantSaysOfEachPairWhenAChangeTakesEffect() {
        var silver = created("Silver");
        var gold = created("Gold");
        assertThat(rules.timing(silver, gold).block()).isNull();

        set(silver, gold, "NOW");
        set(gold, silver, "TERM_END")
                .path("setPlanChangeRule.plan.changeRules[*].toPlan.name")
                .entityList(String.class)
                .containsExactly("Silver");

        assertThat(rules.timing(silver, gold).block()).isEqualTo(ChangeTiming.NOW);
        assertThat(rules.timing(gold, silver).block()).isEqualTo(ChangeTiming.TERM_END);
        set(silver, gold, "TERM_END");
        assertThat(rules.timing(silver, gold).block()).isEqualTo(ChangeTiming.TERM_END);
        set(silver, gold, null);
        assertThat(rules.timing(silver, gold).block()).isNull();
    }

    @Test
    void aRuleIsOfTwoPlansThatExist() {
        var plan = created("Lonely");

        set(plan, plan, "NOW")
                .path("setPlanChangeRule.fields[0].path")
                .entity(String.class)
                .isEqualTo("toPlanId");
        set(plan, UUID.randomUUID(), "NOW")
                .errors()
                .expect(error -> error.getErrorType() == ErrorType.NOT_FOUND);
    }

    @Test
    void theReasonsOfCancellationsAreTheMerchantsOwnList() {
        assertThat(put(List.of(" Too expensive ", "Moved")))
                .isEqualTo(List.of("Too expensive", "Moved"));
        assertThat(put(List.of("Moved", "Other", "Too expensive")))
                .isEqualTo(List.of("Moved", "Other", "Too expensive"));
        assertThat(reasons.all().block()).containsExactly("Moved", "Other", "Too expensive");

        given(List.of("Moved", "moved", " "))
                .path("setCancelReasons.fields[*].path")
                .entityList(String.class)
                .containsExactly("reasons[1]", "reasons[2]");
        given(Collections.nCopies(51, "x"))
                .path("setCancelReasons.fields[0].path")
                .entity(String.class)
                .isEqualTo("reasons");
        assertThat(reasons.all().block()).hasSize(3);
        assertThat(put(List.of())).isEmpty();
    }

    @Test
    void onlyAReasonOnTheListIsAccepted() {
        assertThat(faults("Moved", List.of("Moved", "Other"))).isTrue();
        assertThat(faults("Else", List.of("Moved", "Other"))).isFalse();
        assertThat(faults("Else", List.of())).isTrue();
        assertThat(faults(null, List.of("Moved"))).isTrue();
    }

    private static boolean faults(@Nullable String reason, List<String> listed) {
        var faults = new Faults();
        CancelReasons.check(faults, "reason", reason, listed);
        return faults.isEmpty();
    }

    private List<String> put(List<String> texts) {
        return given(texts).path("setCancelReasons.reasons").entityList(String.class).get();
    }

    private GraphQlTester.Response given(List<String> texts) {
        return asOwner()
                .document(
                        """
                        mutation($reasons: [String!]!) { setCancelReasons(input: {reasons: $reasons}) {
                          ... on CancelReasonsSet { reasons } ... on InvalidInput { fields { path } } } }
                        """)
                .variable("reasons", texts)
                .execute();
    }

    private UUID created(String name) {
        return create(plan(name)).path("createPlan.plan.id").entity(UUID.class).get();
    }

    private GraphQlTester.Response set(UUID from, UUID to, @Nullable String timing) {
        var input =
                new HashMap<String, @Nullable Object>(Map.of("fromPlanId", from, "toPlanId", to));
        input.put("timing", timing);
        return asOwner()
                .document(
                        """
                        mutation($i: SetPlanChangeRuleInput!) { setPlanChangeRule(input: $i) {
                          ... on PlanChangeRuleSet { plan { changeRules { timing toPlan { name } } } }
                          ... on InvalidInput { fields { path } } } }
                        """)
                .variable("i", input)
                .execute();
    }
}
