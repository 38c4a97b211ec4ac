package dev.quittance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.platform.Caller;
import dev.quittance.platform.Ids;
import dev.quittance.platform.Permission;
import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.WrittenArguments;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLTypeUtil;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.http.MediaType;

/**
 * Every query and mutation there is: as nobody, in the wrong role, and with input of every bad
 * kind.
 */
class EveryRootFieldTests extends IntegrationTest {
    private static final String UNKNOWN = "\"018f0000-0000-7000-8000-00000000dead\"";

    /** What stands for strings, ids, decimals, days and numbers, one row a round. */
    private static final List<Map<String, String>> BAD =
            List.of(
                    values(
                            "\"<script>alert(1)</script>\"",
                            UNKNOWN,
                            "\"-1\"",
                            "\"1899-12-31\"",
                            "-1"),
                    values(
                            "\"a\\u202Eb\"",
                            UNKNOWN,
                            "\"10000000000000.01\"",
                            "\"2201-01-01\"",
                            "0"),
                    values(
                            "\"nul \\u0000 inside\"",
                            "\"no-id\"",
                            "\"1e400\"",
                            "\"2027-02-30\"",
                            "2147483647"),
                    values(
                            "\"\"",
                            "\"\"",
                            "\"0.000000000000000000000001\"",
                            "\"tomorrow\"",
                            "-2147483648"),
                    values(
                            "\"%s\"".formatted("x".repeat(5000)),
                            UNKNOWN,
                            "\"1\"",
                            "\"2030-01-02\"",
                            "1"),
                    values(
                            "\"' or 1=1; --\"",
                            UNKNOWN,
                            "\"99999999999999999999999999\"",
                            "\"2030-01-02\"",
                            "100"));

    @Autowired GraphQlSource source;

    @TestFactory
    Stream<DynamicTest> nobodyIsTurnedAway() {
        return roots(Set.of(Permission.EVERYONE))
                .map(
                        root ->
                                DynamicTest.dynamicTest(
                                        root.field().getName(),
                                        () ->
                                                assertThat(ask(root, Caller.ANONYMOUS, BAD.get(4)))
                                                        .contains("UNAUTHORIZED")));
    }

    @TestFactory
    Stream<DynamicTest> aContactIsKeptFromWhatIsNotForContacts() {
        var contact = contact(Ids.next());
        return roots(
                        Set.of(
                                Permission.EVERYONE,
                                Permission.SIGNED_IN,
                                Permission.CONTACT,
                                Permission.CONTACT_BILLING,
                                Permission.CONTACT_PRIMARY))
                .map(
                        root ->
                                DynamicTest.dynamicTest(
                                        root.field().getName(),
                                        () ->
                                                assertThat(ask(root, contact, BAD.get(4)))
                                                        .contains("FORBIDDEN")));
    }

    @TestFactory
    Stream<DynamicTest> staffWithoutThePermissionIsKeptOut() {
        var nobodySpecial = staff(Permission.SIGNED_IN);
        return roots(Set.of(Permission.EVERYONE, Permission.SIGNED_IN, Permission.STAFF))
                .map(
                        root ->
                                DynamicTest.dynamicTest(
                                        root.field().getName(),
                                        () ->
                                                assertThat(ask(root, nobodySpecial, BAD.get(4)))
                                                        .contains("FORBIDDEN")));
    }

    @TestFactory
    Stream<DynamicTest> badInputIsRefusedAndNeverBreaksAnything() {
        var owner = staff(Permission.values());
        return roots(Set.of())
                .map(
                        root ->
                                DynamicTest.dynamicTest(
                                        root.field().getName(),
                                        () ->
                                                assertThat(BAD)
                                                        .allSatisfy(
                                                                values ->
                                                                        assertThat(
                                                                                        ask(
                                                                                                root,
                                                                                                owner,
                                                                                                values))
                                                                                .doesNotContain(
                                                                                        "INTERNAL_ERROR"))));
    }

    private record Root(String kind, GraphQLFieldDefinition field) {}

    /** Root fields that none of these permissions opens. */
    private Stream<Root> roots(Set<Permission> open) {
        var schema = source.schema();
        var names = new HashSet<String>();
        open.forEach(permission -> names.add(permission.name()));
        var roots = new ArrayList<Root>();
        schema.getQueryType().getFieldDefinitions().forEach(f -> roots.add(new Root("query", f)));
        Objects.requireNonNull(schema.getMutationType())
                .getFieldDefinitions()
                .forEach(field -> roots.add(new Root("mutation", field)));
        return roots.stream()
                .filter(root -> !root.field().getName().endsWith("Probe"))
                .filter(root -> allowed(root.field()).noneMatch(names::contains));
    }

    private static Stream<String> allowed(GraphQLFieldDefinition field) {
        List<?> to = field.getAppliedDirective("allow").getArgument("to").getValue();
        return to.stream().map(Object::toString);
    }

    /** The answer's text; anything but 200 or a refusal of the request fails. */
    private String ask(Root root, Caller caller, Map<String, String> values) {
        Function<String, String> scalar = name -> values.getOrDefault(name, values.get("String"));
        var type = GraphQLTypeUtil.unwrapAll(root.field().getType());
        var document =
                "%s { %s%s %s }"
                        .formatted(
                                root.kind(),
                                root.field().getName(),
                                new WrittenArguments(scalar).of(root.field().getArguments()),
                                type instanceof GraphQLScalarType ? "" : "{ __typename }");
        var answer =
                http(caller)
                        .mutate()
                        .responseTimeout(Duration.ofSeconds(30))
                        .build()
                        .post()
                        .uri("/graphql")
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(Map.of("query", document))
                        .exchange()
                        .expectStatus()
                        .value(status -> assertThat(status).isBetween(200, 499))
                        .expectBody()
                        .returnResult()
                        .getResponseBody();
        return new String(Objects.requireNonNull(answer), StandardCharsets.UTF_8);
    }

    private static Map<String, String> values(
            String text, String id, String decimal, String day, String number) {
        return Map.ofEntries(
                Map.entry("String", text),
                Map.entry("ID", id),
                Map.entry("Decimal", decimal),
                Map.entry("Date", day),
                Map.entry("DateTime", day),
                Map.entry("Int", number),
                Map.entry("Boolean", "true"),
                Map.entry("CurrencyCode", "\"EUR\""),
                Map.entry("CountryCode", "\"DE\""));
    }
}
