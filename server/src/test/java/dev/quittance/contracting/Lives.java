package dev.quittance.contracting;

import dev.quittance.platform.Ids;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.graphql.test.tester.HttpGraphQlTester;

/** The acts in the life of a subscription as documents; what is told of one is the same for all. */
public final class Lives {
    private static final String SUBSCRIPTION =
            "subscription { id status startedOn anchorOn nextInvoiceOn trialEndsOn trialExtensions"
                    + " pausesOn pausedOn resumesOn changesOn cancelsOn expiresOn endedOn possibleActs"
                    + " plan { id } items { name quantity unitPrice { amount } }"
                    + " currentPeriod { start end } recurringTotal { amount } }";
    private static final String INVOICE =
            "invoice { id number status total { amount } amountDue { amount }"
                    + " lines { description quantity net { amount } period { start end } explanation } }";

    private final HttpGraphQlTester tester;

    public Lives(HttpGraphQlTester tester) {
        this.tester = tester;
    }

    /** Does what the mutation says; {@code answer} is the type of its success. */
    public GraphQlTester.Response act(
            String mutation, String answer, Map<String, ?> input, String... facts) {
        return act(mutation, answer, Acts.keyed(Map.copyOf(input)), List.of(facts));
    }

    /** As {@link #act}, for a mutation that takes no key. */
    public GraphQlTester.Response unkeyed(String mutation, String answer, Map<String, ?> input) {
        return act(mutation, answer, new LinkedHashMap<>(input), List.of());
    }

    private GraphQlTester.Response act(
            String mutation, String answer, Map<String, Object> input, List<String> facts) {
        var told = new StringBuilder(SUBSCRIPTION);
        for (var fact : facts) {
            told.append(' ').append(fact.equals("invoice") ? INVOICE : fact);
        }
        return tester.document(
                        """
                        mutation($i: %sInput!) { %s(input: $i) {
                          __typename
                          ... on %s { %s }
                          ... on Problem { message } %s
                        } }"""
                                .formatted(
                                        type(mutation),
                                        mutation,
                                        answer,
                                        told,
                                        input.containsKey("idempotencyKey")
                                                ? "... on InvalidInput { fields { path message } }"
                                                : ""))
                .variable("i", input)
                .execute();
    }

    /** What the mutation would cost. */
    public GraphQlTester.Response preview(String mutation, Map<String, ?> input) {
        return tester.document(
                        "query($i: %sInput!) { preview%s(input: $i) { %s discarded } }"
                                .formatted(type(mutation), type(mutation), Acts.QUOTE))
                .variable("i", Acts.keyed(Map.copyOf(input)))
                .execute();
    }

    public GraphQlTester.Response pause(UUID id, String when) {
        return pause(Map.of("id", id, "when", when));
    }

    public GraphQlTester.Response pause(Map<String, ?> input) {
        return act("pauseSubscription", "PauseSet", input, "credit { amount }");
    }

    public GraphQlTester.Response resume(UUID id) {
        return resume(Map.of("id", id));
    }

    public GraphQlTester.Response resume(Map<String, ?> input) {
        return act("resumeSubscription", "ResumptionSet", input, "invoice");
    }

    public GraphQlTester.Response activate(Map<String, ?> input) {
        return act("activateSubscription", "SubscriptionActivated", input, "invoice");
    }

    public GraphQlTester.Response extend(UUID id) {
        return act("extendTrial", "TrialExtended", Map.of("id", id));
    }

    public GraphQlTester.Response reactivate(Map<String, ?> input) {
        return act("reactivateSubscription", "SubscriptionReactivated", input, "invoice");
    }

    public GraphQlTester.Response change(UUID id, Map<String, ?> wanted) {
        var input = new LinkedHashMap<String, Object>(wanted);
        input.put("id", id);
        input.putIfAbsent("when", "NOW");
        return act(
                "changeSubscription",
                input.get("when").equals("NOW") ? "SubscriptionChanged" : "ChangeScheduled",
                input,
                input.get("when").equals("NOW")
                        ? new String[] {"credit { amount }", "invoice"}
                        : new String[0]);
    }

    public GraphQlTester.Response subscription(UUID id) {
        return tester.document(
                        "query($id: ID!) { "
                                + SUBSCRIPTION.replaceFirst(
                                        "subscription", "subscription(id: \\$id)")
                                + " }")
                .variable("id", id)
                .execute();
    }

    /** What happened to it, newest first. */
    public List<String> history(UUID id) {
        return tester.document(
                        "query($id: ID!) { subscription(id: $id) { history { edges { node { what } } }"
                                + " } }")
                .variable("id", id)
                .execute()
                .path("subscription.history.edges[*].node.what")
                .entityList(String.class)
                .get();
    }

    /** Says how subscriptions of a plan run. */
    public void terms(UUID plan, Map<String, ?> terms) {
        tester.document(
                        "mutation($i: UpdatePlanInput!) { updatePlan(input: $i) { __typename"
                                + " ... on Problem { message } } }")
                .variable("i", Map.of("id", plan, "terms", terms))
                .execute()
                .path("updatePlan.__typename")
                .entity(String.class)
                .isEqualTo("PlanUpdated");
    }

    /** Changes the merchant's settings. */
    public void settings(Map<String, ?> input) {
        tester.document(
                        "mutation($i: UpdateSubscriptionSettingsInput!) {"
                                + " updateSubscriptionSettings(input: $i) { __typename } }")
                .variable("i", input)
                .executeAndVerify();
    }

    public static String key() {
        return Ids.next().toString();
    }

    private static String type(String mutation) {
        return Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1);
    }
}
