package dev.quittance.statements;

import dev.quittance.platform.Ids;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.graphql.test.tester.GraphQlTester;

/** Acts on accounts as a clerk does, and reads statements of them. */
record Account(GraphQlTester graphql) {
    static final ParameterizedTypeReference<Map<String, Object>> FACTS =
            new ParameterizedTypeReference<>() {};

    private static final String STATEMENT =
            """
            query($id: ID!, $from: Date, $to: Date, $currency: CurrencyCode, $first: Int = 50) {
              customer(id: $id) { statement(from: $from, to: $to, currency: $currency) {
                from to currency rowCount opening { amount } charged { amount } credited { amount } closing { amount } pdfUrl csvUrl
                rows(first: $first) { edges { node {
                  bookedOn kind number reference dueOn valueOn invoiceId creditNoteId paymentId
                  amount { amount } charge { amount } credit { amount } balance { amount } } } pageInfo { hasNextPage } }
                aging { notDue { amount } days30 { amount } days60 { amount } days90 { amount } older { amount } unpaid { amount } credit { amount } }
              } } }
            """;

    /** The answer of a mutation. */
    Map<String, Object> act(String mutation, Map<String, ?> facts, String asked) {
        var input = new HashMap<String, Object>(facts);
        var type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input";
        return graphql.document(
                        "mutation($i: %s!) { %s(input: $i) { __typename %s ... on Problem { message } ... on InvalidInput { fields { path message } } } }"
                                .formatted(type, mutation, asked))
                .variable("i", input)
                .execute()
                .path(mutation)
                .entity(FACTS)
                .get();
    }

    UUID paid(UUID invoice, String amount, Map<String, ?> more) {
        var input = new HashMap<String, Object>(more);
        input.put("invoiceIds", List.of(invoice));
        input.put("amount", usd(amount));
        input.put("idempotencyKey", Ids.next().toString());
        var answer =
                act("confirmOfflinePayment", input, "... on PaymentSucceeded { payment { id } }");
        return UUID.fromString(String.valueOf(at(answer, "payment", "id")));
    }

    Map<String, Object> statement(Map<String, ?> variables) {
        var request = graphql.document(STATEMENT);
        for (var variable : variables.entrySet()) {
            request = request.variable(variable.getKey(), variable.getValue());
        }
        return request.execute().path("customer.statement").entity(FACTS).get();
    }

    /** {@code 2030-01-01 PAYMENT RCP-2030-000001 -40.00 = 60.00}. */
    static List<String> lines(Map<String, Object> statement) {
        var lines = new ArrayList<String>();
        for (var edge : (List<?>) at(statement, "rows", "edges")) {
            var row = (Map<?, ?>) at((Map<?, ?>) edge, "node");
            lines.add(
                    "%s %s %s %s = %s"
                            .formatted(
                                    row.get("bookedOn"),
                                    row.get("kind"),
                                    row.get("number"),
                                    at(row, "amount", "amount"),
                                    at(row, "balance", "amount")));
        }
        return lines;
    }

    static Object at(Map<?, ?> answer, String... path) {
        Object here = answer;
        for (var step : path) {
            here = ((Map<?, ?>) here).get(step);
        }
        return here;
    }

    static String amount(Map<?, ?> answer, String... path) {
        return String.valueOf(at((Map<?, ?>) at(answer, path), "amount"));
    }

    static Map<String, Object> usd(String amount) {
        return Map.of("amount", amount, "currency", "USD");
    }
}
