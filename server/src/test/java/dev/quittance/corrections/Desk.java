package dev.quittance.corrections;

import dev.quittance.platform.Ids;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.graphql.test.tester.GraphQlTester;

/** Puts invoices right as a clerk does in the console. */
record Desk(GraphQlTester graphql) {
    private static final ParameterizedTypeReference<Map<String, Object>> FACTS =
            new ParameterizedTypeReference<>() {};

    private static final String NOTE =
            """
            id number kind net { amount } tax { amount } total { amount } issuedOn reason
            taxRows { label base { amount } tax { amount } } lines { description net { amount } quantity period { start end } }
            """;

    private static final String REFUSALS =
            """
            ... on MoreThanLeft { message left { amount } }
            ... on InvoiceVoid { message }
            ... on InvoiceWrittenOff { message }
            ... on InvalidInput { message fields { path message } }
            """;

    private static final String INVOICE =
            """
            query($id: ID!) { invoice(id: $id) {
              id number status total { amount } paid { amount } amountDue { amount } possibleActs
              lines { id description net { amount } }
              creditableLines { lineId quantity left { amount } }
              creditNotes { id number kind total { amount } }
              supplements { number } replaces { number } replacedBy { id number }
              chain { bill { number } supplements { id number total { amount } } credited { amount } total { amount }
                      amountDue { amount } }
              payments { amount { amount } }
              history { edges { node { what reason } } }
            } }""";

    static final String CREDIT =
            """
            mutation($input: CreditInvoiceInput!) { creditInvoice(input: $input) {
              __typename
              ... on InvoiceCredited { creditNote { %s } invoice { status amountDue { amount } } toAccount { amount } }
              %s
              ... on KeyReused { message }
            } }"""
                    .formatted(NOTE, REFUSALS);

    static final String CANCEL =
            """
            mutation($input: CancelInvoiceInput!) { cancelInvoice(input: $input) {
              __typename
              ... on InvoiceCancelled { cancellation { %s } invoice { number status amountDue { amount } } undone { amount } }
              %s
              ... on PaymentInProgress { message }
              ... on KeyReused { message }
            } }"""
                    .formatted(NOTE, REFUSALS);

    private static final String PREVIEWED =
            """
            __typename
            ... on CreditPreview { net { amount } tax { amount } total { amount } settles { amount } toAccount { amount }
                                   undone { amount } token lines { description net { amount } explanation } }
            %s
            """
                    .formatted(REFUSALS);

    Map<String, Object> invoice(UUID id) {
        return ask(INVOICE, "id", id.toString(), "invoice");
    }

    Map<String, Object> credit(UUID invoice, List<Map<String, Object>> lines) {
        return credit(invoice, lines, Ids.next().toString());
    }

    Map<String, Object> credit(UUID invoice, List<Map<String, Object>> lines, String key) {
        return ask(
                CREDIT,
                "input",
                Map.of(
                        "invoiceId",
                        invoice.toString(),
                        "lines",
                        lines,
                        "reason",
                        "Not as agreed",
                        "idempotencyKey",
                        key),
                "creditInvoice");
    }

    Map<String, Object> previewCredit(UUID invoice, List<Map<String, Object>> lines) {
        return ask(
                "query($input: PreviewCreditInvoiceInput!) { previewCreditInvoice(input: $input) { %s } }"
                        .formatted(PREVIEWED),
                "input",
                Map.of("invoiceId", invoice.toString(), "lines", lines),
                "previewCreditInvoice");
    }

    Map<String, Object> cancel(UUID invoice) {
        return cancel(invoice, Ids.next().toString());
    }

    Map<String, Object> cancel(UUID invoice, String key) {
        return ask(
                CANCEL,
                "input",
                Map.of(
                        "invoiceId",
                        invoice.toString(),
                        "reason",
                        "Billed in error",
                        "idempotencyKey",
                        key),
                "cancelInvoice");
    }

    Map<String, Object> previewCancel(UUID invoice) {
        return ask(
                "query($id: ID!) { previewCancelInvoice(invoiceId: $id) { %s } }"
                        .formatted(PREVIEWED),
                "id",
                invoice.toString(),
                "previewCancelInvoice");
    }

    Map<String, Object> add(UUID invoice, String kind, String amount, @Nullable UUID category) {
        var input = new LinkedHashMap<String, Object>();
        input.put("invoiceId", invoice.toString());
        input.put("kind", kind);
        input.put("description", "Extra work");
        input.put("amount", Map.of("amount", amount, "currency", "EUR"));
        if (category != null) {
            input.put("taxCategoryId", category.toString());
        }
        input.put("idempotencyKey", Ids.next().toString());
        return ask(
                """
                mutation($input: AddChargeInput!) { addCharge(input: $input) {
                  __typename
                  ... on BillAdjusted { supplement { id number total { amount } supplements { number } }
                                        creditNote { number total { amount } }
                                        bill { amountDue { amount } chain { total { amount } amountDue { amount } } } }
                  %s
                } }"""
                        .formatted(REFUSALS),
                "input",
                input,
                "addCharge");
    }

    Map<String, Object> previewAdd(UUID invoice, String kind, String amount) {
        return ask(
                """
                query($input: PreviewAddChargeInput!) { previewAddCharge(input: $input) {
                  __typename
                  ... on AdjustmentPreview { token total { amount } before { amount } after { amount } }
                  %s
                } }"""
                        .formatted(REFUSALS),
                "input",
                Map.of(
                        "invoiceId",
                        invoice.toString(),
                        "kind",
                        kind,
                        "description",
                        "Extra work",
                        "amount",
                        Map.of("amount", amount, "currency", "EUR")),
                "previewAddCharge");
    }

    Map<String, Object> reissue(UUID invoice, Map<String, Object> buyer) {
        return ask(
                """
                mutation($input: ReissueInvoiceInput!) { reissueInvoice(input: $input) {
                  __typename
                  ... on InvoiceReissued { cancelled { status number replacedBy { number } } cancellation { number total { amount } }
                                           invoice { id number status total { amount } replaces { number }
                                                     buyer { name taxId } lines { net { amount } period { end } subscription { id } } } }
                  %s
                  ... on PaymentInProgress { message }
                } }"""
                        .formatted(REFUSALS),
                "input",
                Map.of(
                        "invoiceId",
                        invoice.toString(),
                        "buyer",
                        buyer,
                        "reason",
                        "Wrong address",
                        "idempotencyKey",
                        Ids.next().toString()),
                "reissueInvoice");
    }

    Map<String, Object> previewReissue(UUID invoice, @Nullable Map<String, Object> buyer) {
        var input = new LinkedHashMap<String, Object>(Map.of("invoiceId", invoice.toString()));
        input.put("buyer", buyer);
        return ask(
                """
                query($input: PreviewReissueInvoiceInput!) { previewReissueInvoice(input: $input) {
                  __typename
                  ... on ReissuePreview { token credited { amount } undone { amount } invoice { total { amount } } }
                  %s
                } }"""
                        .formatted(REFUSALS),
                "input",
                input,
                "previewReissueInvoice");
    }

    Map<String, Object> previewFree(UUID customer, List<Map<String, String>> lines) {
        return ask(
                """
                query($input: PreviewCreditCustomerInput!) { previewCreditCustomer(input: $input) {
                  __typename ... on CreditPreview { token total { amount } } } }""",
                "input",
                Map.of("customerId", customer.toString(), "currency", "EUR", "lines", lines),
                "previewCreditCustomer");
    }

    Map<String, Object> creditFreely(UUID customer, String price, @Nullable UUID category) {
        var line = new LinkedHashMap<String, Object>();
        line.put("description", "Goodwill");
        line.put("unitPrice", price);
        if (category != null) {
            line.put("taxCategoryId", category.toString());
        }
        return ask(
                """
                mutation($input: CreditCustomerInput!) { creditCustomer(input: $input) {
                  __typename
                  ... on CustomerCredited { creditNote { %s invoice { id } } }
                  ... on InvalidInput { message fields { path message } }
                } }"""
                        .formatted(NOTE),
                "input",
                Map.of(
                        "customerId", customer.toString(),
                        "currency", "EUR",
                        "lines", List.of(line),
                        "reason", "An apology",
                        "idempotencyKey", Ids.next().toString()),
                "creditCustomer");
    }

    /** An act that is held to what was shown before. */
    Map<String, Object> held(String mutation, Map<String, Object> wish, Object token) {
        var input = new LinkedHashMap<String, Object>(wish);
        input.put("quoteToken", token);
        input.put("idempotencyKey", Ids.next().toString());
        var type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input";
        var stale =
                switch (mutation) {
                    case "addCharge" ->
                            "... on AdjustmentQuoteStale { quote { token after { amount } } }";
                    case "reissueInvoice" ->
                            "... on ReissueQuoteStale { quote { token undone { amount } } }";
                    default ->
                            "... on CreditQuoteStale { quote { token total { amount } settles { amount } undone { amount } } }";
                };
        return ask(
                "mutation($input: %s!) { %s(input: $input) { __typename %s ... on Problem { message } } }"
                        .formatted(type, mutation, stale),
                "input",
                input,
                mutation);
    }

    Map<String, Object> ask(String document, String name, Object value, String field) {
        return graphql.document(document)
                .variable(name, value)
                .execute()
                .path(field)
                .entity(FACTS)
                .get();
    }

    /** A line's part. */
    static Map<String, Object> part(
            Object line, @Nullable String quantity, @Nullable String amount, String currency) {
        var part = new LinkedHashMap<String, Object>();
        part.put("lineId", line);
        if (quantity != null) {
            part.put("quantity", quantity);
        }
        if (amount != null) {
            part.put("amount", Map.of("amount", amount, "currency", currency));
        }
        return part;
    }

    /** What lies at {@code path} of an answer, {@code creditNote.id}; list items by their index. */
    static @Nullable Object at(Map<String, Object> answer, String path) {
        Object here = answer;
        for (var step : path.split("\\.")) {
            here =
                    switch (here) {
                        case Map<?, ?> map -> map.get(step);
                        case List<?> list ->
                                Integer.parseInt(step) < list.size()
                                        ? list.get(Integer.parseInt(step))
                                        : null;
                        case null, default -> null;
                    };
        }
        return here;
    }
}
