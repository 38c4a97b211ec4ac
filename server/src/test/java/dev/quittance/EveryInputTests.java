package dev.quittance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.quittance.methods.Wallet;
import dev.quittance.platform.Caller;
import dev.quittance.platform.Permission;
import dev.quittance.testing.GivenInput;
import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Shop;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.http.MediaType;

/** Every field of every mutation's input: what does not fit is refused under the field's name. */
class EveryInputTests extends IntegrationTest {
    private static final String UNKNOWN = "018f0000-0000-7000-8000-00000000dead";

    /** Opaque to us, or to be taken as they are. */
    private static final Set<String> NO_TEXTS =
            Set.of("idempotencyKey", "quoteToken", "cardToken", "existing", "new");

    /** Not looked at when the amount beside it is given. */
    private static final Set<String> EITHER_OR = Set.of("creditInvoice.lines[0].quantity");

    /** Real ones by the field's name, or by {@code mutation.id}. */
    private final Map<String, UUID> ids = new HashMap<>();

    @Autowired GraphQlSource source;

    @BeforeAll
    void somethingToChange() {
        var shop = new Shop(asOwner());
        var customer =
                shop.customer(
                        Map.of("contact", Map.of("name", "Ada", "email", "ada@every.example")));
        ids.put("productId", shop.product());
        ids.put("taxCategoryId", shop.taxed("19"));
        ids.put("planId", shop.monthly("USD", "10.00"));
        ids.put("addonId", shop.addon("USD", "1.00"));
        ids.put("customerId", customer);
        ids.put("actsForCustomerId", customer);
        ids.put("updateCustomer.id", customer);
        ids.put("updatePlan.id", ids.get("planId"));
        ids.put("updateAddon.id", ids.get("addonId"));
        ids.put("fromPlanId", ids.get("planId"));
        ids.put("toPlanId", shop.monthly("USD", "20.00"));
        ids.put("planIds[0]", ids.get("planId"));
        ids.put("addonIds[0]", ids.get("addonId"));
        ids.put("subscriptionId", shop.started(customer, ids.get("planId")));
        shop.started(customer, ids.get("planId"));
        paid(only("select id from invoice"));
        ids.put("paymentId", only("select id from payment"));
        refunded(ids.get("paymentId"));
        ids.put("refundId", only("select id from refund"));
        ids.put("allocationId", only("select id from allocation"));
        ids.put("cancelSubscription.id", shop.started(customer, ids.get("planId")));
        ids.put("changeSubscription.id", ids.get("cancelSubscription.id"));
        ids.put("pauseSubscription.id", ids.get("cancelSubscription.id"));
        ids.put("invoiceId", only("select id from invoice where status = 'OPEN'"));
        ids.put("invoiceIds[0]", ids.get("invoiceId"));
        ids.put(
                "lineId",
                only(
                        "select id from invoice_line where invoice_id = '%s'"
                                .formatted(ids.get("invoiceId"))));
        var wallet = new Wallet(asOwner(), customer);
        ids.put("methodId", wallet.kept("card_success"));
        ids.put(
                "setupId",
                UUID.fromString(
                        String.valueOf(wallet.add("card_requires_confirmation").get("setupId"))));
        ids.put("setSubscriptionMethod.id", ids.get("subscriptionId"));
        ids.put("updateInvoiceDraft.id", draft(customer));
        ids.put("updateContact.id", only("select id from contact"));
        ids.put("updateStaffUser.id", invited());
        upload();
        ids.put("checkCustomerImport.id", only("select id from customer_import"));
    }

    @TestFactory
    Stream<DynamicTest> textsThatHideSomethingAreRefusedByName() {
        return refused(
                (name, scalar) -> scalar.equals("String") && !NO_TEXTS.contains(name),
                List.of("a\u202Eb", "nul \u0000 inside", "bell \u0007"));
    }

    @TestFactory
    Stream<DynamicTest> amountsBelowZeroOrBeyondAllReasonAreRefusedByName() {
        return refused((_, scalar) -> scalar.equals("Decimal"), List.of("-1", "10000000000000.01"));
    }

    @TestFactory
    Stream<DynamicTest> malformedIdsAreRefusedByName() {
        return refused((_, scalar) -> scalar.equals("ID"), List.of("no-such"));
    }

    @TestFactory
    Stream<DynamicTest> malformedAndUnknownValuesAreRefusedByName() {
        var kinds = Set.of("Date", "DateTime", "CurrencyCode", "CountryCode", "Decimal");
        return refused((_, scalar) -> kinds.contains(scalar), List.of("no-such", "1899-12-31"));
    }

    /** A test for each mutation: each such field is named, when all are bad or it alone. */
    private Stream<DynamicTest> refused(Which which, List<String> values) {
        return Objects.requireNonNull(source.schema().getMutationType())
                .getFieldDefinitions()
                .stream()
                .filter(field -> field.getArgument("input") != null)
                .filter(field -> !paths(field, which).isEmpty())
                .map(
                        field ->
                                DynamicTest.dynamicTest(
                                        field.getName(),
                                        () -> values.forEach(value -> check(field, which, value))));
    }

    private void check(GraphQLFieldDefinition field, Which which, String value) {
        var paths = paths(field, which);
        var together = ask(field, given(field, value, paths::contains));
        assumeThat(together).as("without a real id").doesNotContain("NOT_FOUND");
        var unnamed = paths.stream().filter(path -> !names(together, path)).toList();
        assertThat(together).doesNotContain("INTERNAL_ERROR");
        // What is looked at first may be all that is told.
        assertThat(unnamed)
                .allSatisfy(
                        path -> {
                            var alone = ask(field, given(field, value, path::equals));
                            assertThat(names(alone, path)).as(alone).isTrue();
                        });
    }

    private static boolean names(String answer, String path) {
        var pattern = path.replace(".", "\\.").replace("[0]", "(\\[0])?");
        return Pattern.compile("=(input\\.)?" + pattern + "[,.}]").matcher(answer).find();
    }

    private List<String> paths(GraphQLFieldDefinition field, Which which) {
        return GivenInput.of(
                        field.getArgument("input").getType(),
                        (path, scalar) ->
                                which.test(path.replaceAll(".*\\.|\\[0]", ""), scalar) ? "" : null,
                        (path, scalar) -> fit(field.getName(), path, scalar))
                .paths()
                .stream()
                .filter(path -> !EITHER_OR.contains(field.getName() + "." + path))
                .toList();
    }

    private Object given(GraphQLFieldDefinition field, String value, Predicate<String> bad) {
        return GivenInput.of(
                        field.getArgument("input").getType(),
                        (path, _) -> bad.test(path) ? value : null,
                        (path, scalar) -> fit(field.getName(), path, scalar))
                .value();
    }

    private Object fit(String mutation, String path, String scalar) {
        return switch (scalar) {
            case "ID" ->
                    ids.getOrDefault(
                                    mutation + "." + path,
                                    ids.getOrDefault(
                                            path.substring(path.lastIndexOf('.') + 1),
                                            UUID.fromString(UNKNOWN)))
                            .toString();
            case "Int" -> 1;
            case "Boolean" -> true;
            case "Date" -> "2029-12-01";
            case "DateTime" -> "2030-01-02T00:00:00Z";
            case "Decimal" -> "1";
            case "CurrencyCode" -> "USD";
            case "CountryCode" -> "DE";
            default -> path.equals("cardToken") ? "card_success" : "Some text";
        };
    }

    /** The answer as text: {@code path=…} of each fault, {@code field=…} of each error. */
    private String ask(GraphQLFieldDefinition field, Object input) {
        var faults =
                GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLUnionType union
                                && union.getTypes().stream()
                                        .anyMatch(type -> type.getName().equals("InvalidInput"))
                        ? "... on InvalidInput { fields { path } }"
                        : "";
        var document =
                "mutation($input: %s) { %s(input: $input) { __typename %s } }"
                        .formatted(
                                GraphQLTypeUtil.simplePrint(field.getArgument("input").getType()),
                                field.getName(),
                                faults);
        return String.valueOf(
                http(caller(field))
                        .post()
                        .uri("/graphql")
                        .bodyValue(Map.of("query", document, "variables", Map.of("input", input)))
                        .exchange()
                        .expectBody(Map.class)
                        .returnResult()
                        .getResponseBody());
    }

    /** Who may do it, with as much as possible behind them. */
    private Caller caller(GraphQLFieldDefinition field) {
        return field.getName().equals("updateMyDetails")
                ? contact(ids.get("customerId"))
                : staff(Permission.values());
    }

    private void paid(UUID invoice) {
        asOwner()
                .document(
                        """
                        mutation($id: ID!) { confirmOfflinePayment(input: {
                          invoiceIds: [$id], amount: {amount: "15.00", currency: "USD"}, idempotencyKey: "every"}) { __typename } }
                        """)
                .variable("id", invoice)
                .executeAndVerify();
    }

    private void refunded(UUID payment) {
        asOwner()
                .document(
                        """
                        mutation($id: ID!) { refundPayment(input: {
                          paymentId: $id, amount: {amount: "1.00", currency: "USD"}, reason: "Too much", idempotencyKey: "every"}) { __typename } }
                        """)
                .variable("id", payment)
                .executeAndVerify();
    }

    private UUID draft(UUID customer) {
        return asOwner()
                .document(
                        """
                        mutation($id: ID!) { createInvoiceDraft(input: {idempotencyKey: "every", entry: {
                          customerId: $id, currency: "USD", lines: [{description: "Work", quantity: "1", unitPrice: "1.00"}]}}) {
                          ... on InvoiceDraftSaved { draft { id } } } }
                        """)
                .variable("id", customer)
                .execute()
                .path("createInvoiceDraft.draft.id")
                .entity(UUID.class)
                .get();
    }

    private UUID invited() {
        return asOwner()
                .document(
                        """
                        mutation { inviteStaffUser(input: {name: "Sue", email: "sue@every.example", role: BILLING}) {
                          ... on StaffUserInvited { staffUser { id } } } }
                        """)
                .execute()
                .path("inviteStaffUser.staffUser.id")
                .entity(UUID.class)
                .get();
    }

    private void upload() {
        http(staff(Permission.values()))
                .post()
                .uri("/imports?fileName=people.csv")
                .contentType(MediaType.parseMediaType("text/csv"))
                .bodyValue("id,price\n1,1\n".getBytes(StandardCharsets.UTF_8))
                .exchange()
                .expectStatus()
                .isCreated();
    }

    private UUID only(String sql) {
        return Objects.requireNonNull(db.sql(sql).mapValue(UUID.class).first().block());
    }

    /** Chooses fields by their name and their scalar. */
    private interface Which {
        boolean test(String name, String scalar);
    }
}
