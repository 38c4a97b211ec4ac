package dev.quittance.methods;

import dev.quittance.platform.Ids;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.graphql.test.tester.GraphQlTester;

/** Keeps, prefers and removes payment methods as the portal does. */
public record Wallet(GraphQlTester graphql, UUID customer) {
    private static final ParameterizedTypeReference<Map<String, Object>> FACTS =
            new ParameterizedTypeReference<>() {};
    private static final String METHOD =
            "method { id label brand lastFour expiresOn name isDefault subscriptions { id } }";
    private static final String SUBSCRIPTION =
            "subscription { id paymentMethod { id label } autoCharge { on possible } }";

    private static final String ANSWERS =
            """
            ... on PaymentMethodKept { %1$s }
            ... on PaymentMethodChanged { changed: %1$s }
            ... on SubscriptionsMoved { %1$s }
            ... on PaymentMethodRemoved { methodId }
            ... on MethodRequiresAction { setupId actionUrl }
            ... on MethodUnderWay { setupId }
            ... on SubscriptionMethodSet { %2$s }
            ... on AutoChargeSet { %2$s }
            ... on MethodInUse { subscriptions { id } }
            ... on InvalidInput { fields { path message } }
            ... on Problem { message }
            """
                    .formatted(METHOD, SUBSCRIPTION);

    public Map<String, Object> act(String mutation, Map<String, ?> input) {
        var type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input";
        return graphql.document(
                        "mutation($i: %s!) { %s(input: $i) { __typename %s } }"
                                .formatted(type, mutation, answers(mutation)))
                .variable("i", input)
                .execute()
                .path(mutation)
                .entity(FACTS)
                .get();
    }

    /** A union's selection names its members only. */
    private static String answers(String mutation) {
        var members =
                switch (mutation) {
                    case "addPaymentMethod", "replacePaymentMethod" ->
                            List.of(
                                    "PaymentMethodKept",
                                    "MethodRequiresAction",
                                    "MethodUnderWay",
                                    "InvalidInput",
                                    "Problem");
                    case "continuePaymentMethod" ->
                            List.of(
                                    "PaymentMethodKept",
                                    "MethodRequiresAction",
                                    "MethodUnderWay",
                                    "Problem");
                    case "renamePaymentMethod", "setDefaultPaymentMethod" ->
                            List.of("PaymentMethodChanged", "InvalidInput", "Problem");
                    case "removePaymentMethod" ->
                            List.of("PaymentMethodRemoved", "MethodInUse", "Problem");
                    case "moveSubscriptions" -> List.of("SubscriptionsMoved", "Problem");
                    case "setSubscriptionMethod" -> List.of("SubscriptionMethodSet", "Problem");
                    default -> List.of("AutoChargeSet", "Problem");
                };
        return ANSWERS.lines()
                .filter(line -> members.stream().anyMatch(one -> line.contains(" " + one + " ")))
                .reduce("", (all, line) -> all + line + "\n");
    }

    public Map<String, Object> add(String card) {
        return add(card, Map.of());
    }

    public Map<String, Object> add(String card, Map<String, ?> more) {
        var input = new HashMap<String, Object>(more);
        input.put("customerId", customer);
        input.put("cardToken", card);
        input.putIfAbsent("idempotencyKey", Ids.next().toString());
        return act("addPaymentMethod", input);
    }

    /** The id of a card that was kept. */
    public UUID kept(String card) {
        return id(add(card));
    }

    public Map<String, Object> replace(UUID method, String card) {
        return act(
                "replacePaymentMethod",
                Map.of(
                        "methodId", method,
                        "cardToken", card,
                        "idempotencyKey", Ids.next().toString()));
    }

    public Map<String, Object> goOn(Object setup) {
        return act("continuePaymentMethod", Map.of("setupId", setup));
    }

    public Map<String, Object> remove(UUID method, boolean stopAutoCharge) {
        return act(
                "removePaymentMethod",
                Map.of("methodId", method, "stopAutoCharge", stopAutoCharge));
    }

    public Map<String, Object> choose(UUID subscription, UUID method) {
        return act("setSubscriptionMethod", Map.of("id", subscription, "methodId", method));
    }

    public Map<String, Object> autoCharge(UUID subscription, boolean on) {
        return act(on ? "enableAutoCharge" : "disableAutoCharge", Map.of("id", subscription));
    }

    /** What is kept, as the customer sees it. */
    public List<Map<String, Object>> all() {
        return graphql.document(
                        "query($id: ID!) { customer(id: $id) { paymentMethods { id label name isDefault expiresOn subscriptions { id } } } }")
                .variable("id", customer)
                .execute()
                .path("customer.paymentMethods")
                .entityList(FACTS)
                .get();
    }

    /** What pays a subscription. */
    public Map<String, Object> of(UUID subscription) {
        return graphql.document(
                        "query($id: ID!) { subscription(id: $id) { id status paymentMethod { id label } autoCharge { on possible } } }")
                .variable("id", subscription)
                .execute()
                .path("subscription")
                .entity(FACTS)
                .get();
    }

    public static UUID id(Map<String, Object> answer) {
        if (answer.get("method") instanceof Map<?, ?> method) {
            return UUID.fromString(String.valueOf(method.get("id")));
        }
        throw new AssertionError("not kept: " + answer);
    }
}
