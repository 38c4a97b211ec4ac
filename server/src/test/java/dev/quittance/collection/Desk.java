package dev.quittance.collection;

import dev.quittance.platform.Ids;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.graphql.test.tester.GraphQlTester;

/** Takes back, writes off and spends credit as a clerk does in the console. */
record Desk(GraphQlTester graphql) {
    private static final ParameterizedTypeReference<Map<String, Object>> FACTS =
            new ParameterizedTypeReference<>() {};

    private static final String INVOICE =
            "{ id status amountDue { amount } paid { amount } allocations { id amount { amount } payment { id } } }";

    private static final String REFUND =
            "{ id number status failure methodLabel valueOn amount { amount } payment { id refunded { amount } } }";

    /** What is asked of each mutation's success. */
    private static final Map<String, String> ANSWERS =
            Map.ofEntries(
                    Map.entry(
                            "reversePayment",
                            "... on PaymentPutBack { payment { id status reversedOn reversalReason number } invoices %s }"
                                    .formatted(INVOICE)),
                    Map.entry(
                            "refundPayment", "... on RefundBegun { refund %s }".formatted(REFUND)),
                    Map.entry(
                            "confirmRefund",
                            "... on RefundConfirmed { refund %s }".formatted(REFUND)),
                    Map.entry(
                            "cancelRefund",
                            "... on RefundCancelled { refund %s }".formatted(REFUND)),
                    Map.entry(
                            "applyCredit",
                            "... on CreditApplied { used { amount } invoices %s }"
                                    .formatted(INVOICE)),
                    Map.entry(
                            "undoAllocation",
                            "... on AllocationUndone { credit { amount } invoice %s }"
                                    .formatted(INVOICE)),
                    Map.entry(
                            "writeOffInvoice",
                            "... on RestWrittenOff { invoice %s }".formatted(INVOICE)),
                    Map.entry(
                            "recoverInvoice",
                            "... on InvoiceRecovered { invoice %s }".formatted(INVOICE)),
                    Map.entry("answerDispute", "... on DisputeAnswered { dispute { state } }"),
                    Map.entry("acceptDispute", "... on DisputeAccepted { dispute { state } }"),
                    Map.entry(
                            "topUp",
                            "... on PaymentSucceeded { paid: payment { id number status purpose } } ... on TopUpQuoteStale { quote { creditBefore { amount } creditAfter { amount } token } }"),
                    Map.entry(
                            "confirmTopUp",
                            "... on PaymentSucceeded { paid: payment { id number status purpose } }"));

    Map<String, Object> act(String mutation, Map<String, ?> facts) {
        var input = new HashMap<String, Object>(facts);
        input.putIfAbsent("idempotencyKey", Ids.next().toString());
        if (mutation.equals("topUp")) {
            input.computeIfAbsent("quoteToken", _ -> topUpQuote(facts));
        }
        var type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input";
        var document =
                "mutation($i: %s!) { %s(input: $i) { __typename %s ... on Problem { message } ... on InvalidInput { fields { path message } } } }"
                        .formatted(type, mutation, ANSWERS.get(mutation));
        return graphql.document(document)
                .variable("i", input)
                .execute()
                .path(mutation)
                .entity(FACTS)
                .get();
    }

    void openDispute(UUID payment, boolean all) {
        ask(
                "mutation($id: ID!, $amount: MoneyInput) { openSandboxDispute(input: {paymentId: $id, amount: $amount, reason: OTHER}) { __typename } }",
                all ? Map.of("id", payment) : Map.of("id", payment, "amount", usd("0.50")));
    }

    /** A dispute that is not decided, if there is one. */
    Object undecided(UUID customer) {
        return Till.at(
                ask(
                        "query($id: ID!) { disputes(first: 1, filter: {customerId: $id, states: [NEEDS_RESPONSE, UNDER_REVIEW]}) { edges { node { id } } } }",
                        Map.of("id", customer)),
                "disputes.edges.0.node.id");
    }

    void answerDispute(String id) {
        act("answerDispute", Map.of("disputeId", id, "evidence", "They signed"));
    }

    void acceptDispute(String id) {
        act("acceptDispute", Map.of("disputeId", id));
    }

    void decideDispute(String id, boolean won) {
        ask(
                "mutation($id: ID!, $won: Boolean!) { decideSandboxDispute(input: {disputeId: $id, won: $won}) { __typename } }",
                Map.of("id", id, "won", won));
    }

    Map<String, Object> reverse(UUID payment) {
        return act("reversePayment", Map.of("paymentId", payment, "reason", "It bounced"));
    }

    Map<String, Object> refund(UUID payment, String amount, Map<String, ?> more) {
        var input = new HashMap<String, Object>(more);
        input.put("paymentId", payment);
        input.put("amount", usd(amount));
        input.put("reason", "Goodwill");
        return act("refundPayment", input);
    }

    Map<String, Object> writeOff(UUID invoice) {
        return act("writeOffInvoice", Map.of("invoiceId", invoice, "reason", "Insolvent"));
    }

    Map<String, Object> recover(UUID invoice) {
        return act("recoverInvoice", Map.of("invoiceId", invoice, "reason", "They pay after all"));
    }

    Map<String, Object> applyCredit(UUID customer, Map<String, ?> more) {
        var input = new HashMap<String, Object>(more);
        input.put("customerId", customer);
        input.putIfAbsent("currency", "USD");
        return act("applyCredit", input);
    }

    /** The token of what adding funds takes; one that never holds where it may not be seen. */
    String topUpQuote(Map<String, ?> facts) {
        var asked = Map.of("customerId", facts.get("customerId"), "amount", facts.get("amount"));
        var refused = new AtomicBoolean();
        var answer =
                graphql.document(
                                "query($i: PreviewTopUpInput!) { previewTopUp(input: $i) { token } }")
                        .variable("i", asked)
                        .execute()
                        .errors()
                        .satisfy(errors -> refused.set(!errors.isEmpty()));
        return refused.get()
                ? "none"
                : answer.path("previewTopUp.token").entity(String.class).get();
    }

    Map<String, Object> ask(String query, Map<String, ?> variables) {
        var request = graphql.document(query);
        for (var variable : variables.entrySet()) {
            request = request.variable(variable.getKey(), variable.getValue());
        }
        return request.execute().path("").entity(FACTS).get();
    }

    static Map<String, Object> usd(String amount) {
        return Map.of("amount", amount, "currency", "USD");
    }

    static Map<String, Object> share(UUID invoice, String amount) {
        return Map.of("invoiceId", invoice.toString(), "amount", usd(amount));
    }

    static List<Map<String, Object>> shares(UUID invoice, String amount) {
        return List.of(share(invoice, amount));
    }
}
