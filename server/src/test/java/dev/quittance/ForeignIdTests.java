package dev.quittance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.methods.Wallet;
import dev.quittance.payments.Books;
import dev.quittance.testing.GivenInput;
import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Shop;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLTypeUtil;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;

/** Every field a contact may ask by an id: with an id that is real, but another customer's. */
class ForeignIdTests extends IntegrationTest {
    private static final Set<String> METHODS = Set.of("methodId", "fromId", "toId");
    private static final List<String> THEIRS =
            List.of("CONTACT", "CONTACT_BILLING", "SIGNED_IN", "EVERYONE");

    private final Map<String, UUID> ids = new HashMap<>();

    @Autowired GraphQlSource source;
    @Autowired Books books;

    private Wallet wallet;

    @BeforeAll
    void adaHasEverything() {
        var shop = new Shop(asOwner());
        var ada = shop.customer();
        var plan = shop.monthly("USD", "10.00");
        var subscription = shop.started(ada, plan);
        var invoice = books.invoice(ada, "USD", 1000, LocalDate.of(2030, 1, 1));
        ids.put("customer", ada);
        ids.put("customerId", ada);
        ids.put("subscription", subscription);
        ids.put("upcomingInvoice", subscription);
        // Of all that a contact acts upon, only subscriptions are named by the input's plain id.
        ids.put("id", subscription);
        ids.put("planId", plan);
        ids.put("addonId", shop.addon("USD", "1.00"));
        ids.put("invoice", invoice);
        ids.put("invoiceIds", invoice);
        books.creditNote(ada, invoice, 300);
        ids.put("creditNote", only("select id from credit_note"));
        pay(invoice);
        ids.put("payment", only("select id from payment"));
        ids.put("paymentId", ids.get("payment"));
        refund(ids.get("payment"));
        ids.put("refund", only("select id from refund"));
        ids.put("refundId", ids.get("refund"));
        wallet = new Wallet(asOwner(), ada);
        var asked = wallet.add("card_requires_confirmation");
        ids.put("setupId", UUID.fromString(String.valueOf(asked.get("setupId"))));
    }

    private void refund(UUID payment) {
        asOwner()
                .document(
                        """
                        mutation($id: ID!) { refundPayment(input: {
                          paymentId: $id, amount: {amount: "1.00", currency: "USD"}, reason: "Too much", idempotencyKey: "foreign"}) { __typename } }
                        """)
                .variable("id", payment)
                .executeAndVerify();
    }

    private void pay(UUID invoice) {
        asOwner()
                .document(
                        """
                        mutation($id: ID!) { confirmOfflinePayment(input: {
                          invoiceIds: [$id], amount: {amount: "20.00", currency: "USD"}, idempotencyKey: "foreign"}) { __typename } }
                        """)
                .variable("id", invoice)
                .executeAndVerify();
    }

    private UUID only(String sql) {
        return Objects.requireNonNull(db.sql(sql).mapValue(UUID.class).one().block());
    }

    @TestFactory
    Stream<DynamicTest> whatBelongsToAnotherDoesNotExist() {
        var bob = new Shop(asOwner()).customer();
        return each(root -> assertThat(ask(root, bob)).contains("NOT_FOUND"));
    }

    @TestFactory
    Stream<DynamicTest> forItsOwnerItDoes() {
        return each(root -> assertThat(ask(root, ids.get("customer"))).doesNotContain("NOT_FOUND"));
    }

    private interface Check {
        void on(Root root);
    }

    private record Root(String kind, GraphQLFieldDefinition field) {}

    private Stream<DynamicTest> each(Check check) {
        var schema = source.schema();
        return Stream.concat(
                        schema.getQueryType().getFieldDefinitions().stream()
                                .map(field -> new Root("query", field)),
                        Objects.requireNonNull(schema.getMutationType())
                                .getFieldDefinitions()
                                .stream()
                                .map(field -> new Root("mutation", field)))
                .filter(root -> !root.field().getName().toLowerCase().contains("probe"))
                .filter(root -> isTheirs(root.field()))
                .filter(root -> root.field().getArguments().stream().anyMatch(this::asksById))
                .map(root -> DynamicTest.dynamicTest(root.field().getName(), () -> check.on(root)));
    }

    private static boolean isTheirs(GraphQLFieldDefinition field) {
        List<?> to = field.getAppliedDirective("allow").getArgument("to").getValue();
        return to.stream().map(Object::toString).anyMatch(THEIRS::contains);
    }

    private boolean asksById(GraphQLArgument argument) {
        return !given("", argument).paths().isEmpty();
    }

    private GivenInput given(String root, GraphQLArgument argument) {
        return GivenInput.of(
                argument.getType(),
                (path, scalar) -> scalar.equals("ID") ? id(root, path) : null,
                (_, scalar) ->
                        switch (scalar) {
                            case "Int" -> 1;
                            case "Boolean" -> true;
                            case "Date" -> "2030-01-02";
                            case "Decimal" -> "1";
                            case "CurrencyCode" -> "USD";
                            case "CountryCode" -> "DE";
                            default -> "card_success";
                        });
    }

    /**
     * Within an input the id's own name tells what it is of; the argument {@code id} the field's.
     */
    private String id(String root, String path) {
        var name = path.substring(path.lastIndexOf('.') + 1).replace("[0]", "");
        // What removes or replaces it leaves the next one another.
        return METHODS.contains(name)
                ? method().toString()
                : ids.getOrDefault(name.isEmpty() ? root : name, UUID.randomUUID()).toString();
    }

    private UUID method() {
        var all = wallet.all();
        return all.isEmpty()
                ? wallet.kept("card_success")
                : UUID.fromString(String.valueOf(all.getFirst().get("id")));
    }

    private String ask(Root root, UUID customer) {
        var field = root.field();
        var arguments = field.getArguments();
        var document =
                "%s(%s) { %s(%s) %s }"
                        .formatted(
                                root.kind(),
                                joined(
                                        arguments,
                                        one ->
                                                "$%s: %s"
                                                        .formatted(
                                                                one.getName(),
                                                                GraphQLTypeUtil.simplePrint(
                                                                        one.getType()))),
                                field.getName(),
                                joined(arguments, one -> "%1$s: $%1$s".formatted(one.getName())),
                                GraphQLTypeUtil.unwrapAll(field.getType())
                                                instanceof GraphQLScalarType
                                        ? ""
                                        : "{ __typename }");
        var variables =
                arguments.stream()
                        .collect(
                                Collectors.toMap(
                                        GraphQLArgument::getName,
                                        one -> given(field.getName(), one).value()));
        return String.valueOf(
                http(contact(customer))
                        .post()
                        .uri("/graphql")
                        .bodyValue(Map.of("query", document, "variables", variables))
                        .exchange()
                        .expectBody(Map.class)
                        .returnResult()
                        .getResponseBody());
    }

    private static String joined(
            List<GraphQLArgument> arguments,
            java.util.function.Function<GraphQLArgument, String> one) {
        return arguments.stream().map(one).collect(Collectors.joining(", "));
    }
}
