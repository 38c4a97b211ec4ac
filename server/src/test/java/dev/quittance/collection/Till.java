package dev.quittance.collection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.graphql.test.tester.GraphQlTester;

/** Pays as the portal does: looks first, then pays what was shown. */
public record Till(GraphQlTester graphql) {
    private static final ParameterizedTypeReference<Map<String, Object>> FACTS =
            new ParameterizedTypeReference<>() {};

    static final String PREVIEW =
            """
            query($ids: [ID!]!) { previewPayment(input: {invoiceIds: $ids}) {
              invoices { id } due { amount currency } creditUsed { amount } toCharge { amount } token
            } }""";

    static final String RESULT =
            """
            __typename
            ... on PaymentSucceeded { paid: payment { id number status amount { amount } unallocated { amount } methodLabel
                                                allocations { amount { amount } invoice { id } } }
                                      invoices { id status amountDue { amount } } }
            ... on PaymentRequiresAction { payment { id status } actionUrl }
            ... on PaymentProcessing { payment { id status } }
            ... on PaymentDeclined { payment { id status declineReason } retryable message }
            ... on PaymentInProgress { payment { id status } message }
            ... on PaymentQuoteStale { message quote { token toCharge { amount } } }
            ... on NothingDue { message }
            ... on KeyReused { message }
            ... on InvalidInput { message fields { path message } }
            """;

    static final String PAY =
            "mutation($input: PayInvoicesInput!) { payInvoices(input: $input) { %s } }"
                    .formatted(RESULT);

    static final String CONTINUE =
            "mutation($id: ID!) { continuePayment(input: {paymentId: $id}) { %s } }"
                    .formatted(RESULT);

    static final String CONFIRM =
            """
            mutation($input: ConfirmOfflinePaymentInput!) { confirmOfflinePayment(input: $input) {
              __typename
              ... on PaymentSucceeded { paid: payment { id number method methodLabel valueOn amount { amount } unallocated { amount } }
                                        invoices { id status amountDue { amount } } }
              ... on PaymentInProgress { message }
              ... on NothingDue { message }
              ... on KeyReused { message }
              ... on MonthClosed { message }
              ... on MoreThanDue { message }
              ... on MoreThanAvailable { message }
              ... on OverpaymentNotAllowed { message }
              ... on InvalidInput { message fields { path message } }
            } }""";

    Map<String, Object> preview(List<UUID> invoices) {
        return graphql.document(PREVIEW)
                .variable("ids", texts(invoices))
                .execute()
                .path("previewPayment")
                .entity(FACTS)
                .get();
    }

    String token(List<UUID> invoices) {
        return (String) preview(invoices).get("token");
    }

    /** Looks and pays. */
    public Map<String, Object> pay(@Nullable String card, UUID... invoices) {
        return pay(card, token(List.of(invoices)), UUID.randomUUID().toString(), invoices);
    }

    Map<String, Object> pay(@Nullable String card, String token, String key, UUID... invoices) {
        return payment(card, token, key, List.of(invoices)).path("payInvoices").entity(FACTS).get();
    }

    GraphQlTester.Response payment(
            @Nullable String card, String token, String key, List<UUID> invoices) {
        var input = new HashMap<String, Object>();
        input.put("invoiceIds", texts(invoices));
        if (card != null) {
            input.put("cardToken", card);
        }
        input.put("quoteToken", token);
        input.put("idempotencyKey", key);
        return graphql.document(PAY).variable("input", input).execute();
    }

    Map<String, Object> goOn(UUID payment) {
        return graphql.document(CONTINUE)
                .variable("id", payment.toString())
                .execute()
                .path("continuePayment")
                .entity(FACTS)
                .get();
    }

    public Map<String, Object> confirm(Map<String, Object> details, UUID... invoices) {
        var input = new HashMap<>(details);
        input.put("invoiceIds", texts(List.of(invoices)));
        input.putIfAbsent("idempotencyKey", UUID.randomUUID().toString());
        return graphql.document(CONFIRM)
                .variable("input", input)
                .execute()
                .path("confirmOfflinePayment")
                .entity(FACTS)
                .get();
    }

    /** What lies at {@code path} of an answer, {@code payment.id}; list items by their index. */
    public static @Nullable Object at(Map<String, Object> answer, String path) {
        Object here = answer;
        for (var step : path.split("\\.")) {
            here =
                    switch (here) {
                        case Map<?, ?> map -> map.get(step);
                        case List<?> list -> {
                            var index = Integer.parseInt(step);
                            yield index < list.size() ? list.get(index) : null;
                        }
                        case null, default -> null;
                    };
        }
        return here;
    }

    public static UUID payment(Map<String, Object> answer) {
        var paid = at(answer, "paid.id");
        return UUID.fromString(String.valueOf(paid == null ? at(answer, "payment.id") : paid));
    }

    static List<String> texts(List<UUID> ids) {
        return new ArrayList<>(ids.stream().map(UUID::toString).toList());
    }
}
