package dev.quittance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.platform.Caller;
import dev.quittance.platform.Permission;
import dev.quittance.testing.Crowd;
import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Statements;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;

/** Every list there is, with all that hangs below its rows: as many statements for 30 as for 5. */
class EveryListTests extends IntegrationTest {
    private static final int FEW = 5;
    private static final int MANY = 25;
    private static final int MOST_STATEMENTS = 30;

    /**
     * Timing may split what is loaded together in two; a statement for each row would be 25 more.
     */
    private static final int SPLIT_WAVES = 6;

    /** Arguments that a list can't do without. */
    private static final Map<String, String> NEEDED =
            Map.of("ledgerTransfers", "filter: {currency: \"USD\"}, ");

    @Autowired GraphQlSource source;
    private final Map<String, Integer> whenFew = new HashMap<>();
    private Caller contact = Caller.ANONYMOUS;

    private static final Caller OWNER = staff(Permission.values());
    private static final Set<String> OF_CONTACTS =
            Set.of("EVERYONE", "SIGNED_IN", "CONTACT", "CONTACT_BILLING");

    @BeforeAll
    void countWithFewAndGrow() {
        var crowd = new Crowd(db);
        contact = contact(crowd.owner());
        crowd.grow("Few ", FEW, clock.today(), asOwner());
        drain();
        Stream.concat(ofStaff(), ofContacts())
                .forEach(document -> whenFew.put(document.text(), statements(document)));
        crowd.grow("Many ", MANY - FEW, clock.today(), asOwner());
        drain();
    }

    @TestFactory
    Stream<DynamicTest> aListOfStaffTakesTheSameStatementsHoweverLongItIs() {
        return ofStaff().map(this::sameAsWhenFew);
    }

    @TestFactory
    Stream<DynamicTest> aListOfAContactTakesTheSameStatementsHoweverLongItIs() {
        return ofContacts().map(this::sameAsWhenFew);
    }

    private record Document(String name, String text, boolean staff) {}

    private DynamicTest sameAsWhenFew(Document document) {
        return DynamicTest.dynamicTest(
                document.name(),
                () ->
                        assertThat(statements(document))
                                .as(document.text())
                                .isLessThan(whenFew.get(document.text()) + SPLIT_WAVES)
                                .isLessThan(MOST_STATEMENTS));
    }

    /** Once to warm up what is remembered, once to count. */
    private int statements(Document document) {
        var reader = graphql(document.staff() ? OWNER : contact);
        reader.document(document.text()).executeAndVerify();
        return Statements.during(() -> reader.document(document.text()).executeAndVerify()).size();
    }

    private Stream<Document> ofStaff() {
        return lists(source.schema().getQueryType())
                .filter(list -> !list.getName().endsWith("robes"))
                .flatMap(list -> documents("{ %s }", list, true));
    }

    private Stream<Document> ofContacts() {
        return lists(Objects.requireNonNull(source.schema().getObjectType("Customer")))
                .filter(list -> allowed(list, source.schema().getObjectType("Customer"), false))
                .flatMap(list -> documents("{ viewer { customer { %s } } }", list, false));
    }

    private static Stream<GraphQLFieldDefinition> lists(GraphQLFieldsContainer type) {
        return type.getFieldDefinitions().stream()
                .filter(
                        field ->
                                field.getArgument("first") != null
                                        || GraphQLTypeUtil.unwrapNonNull(field.getType())
                                                        instanceof GraphQLList list
                                                && GraphQLTypeUtil.unwrapAll(list)
                                                        instanceof GraphQLObjectType);
    }

    /** One document for each thing below the rows of a list, with all that hangs below that. */
    private Stream<Document> documents(String frame, GraphQLFieldDefinition list, boolean staff) {
        var row = row(list);
        var below =
                row.getFieldDefinitions().stream()
                        .filter(field -> object(field.getType()) && allowed(field, row, staff));
        return Stream.concat(
                        Stream.of(""),
                        below.map(field -> written(field, fields(row(field), 1, staff), 1)))
                .map(
                        nested ->
                                new Document(
                                        list.getName() + " " + nested.split("[ (]", 2)[0],
                                        frame.formatted(
                                                written(
                                                        list,
                                                        fields(row, 0, staff) + " " + nested,
                                                        MANY)),
                                        staff));
    }

    private static String written(GraphQLFieldDefinition field, String fields, int first) {
        if (field.getArgument("first") == null) {
            return "%s { %s }".formatted(field.getName(), fields);
        }
        return "%s(%sfirst: %d) { edges { node { %s } } pageInfo { endCursor } }"
                .formatted(
                        field.getName(), NEEDED.getOrDefault(field.getName(), ""), first, fields);
    }

    /** All that may be read of a type, so many levels deep. */
    private String fields(GraphQLObjectType type, int depth, boolean staff) {
        var written =
                type.getFieldDefinitions().stream()
                        .filter(field -> allowed(field, type, staff))
                        .filter(field -> depth > 0 || !object(field.getType()))
                        .map(
                                field ->
                                        object(field.getType())
                                                ? written(
                                                        field,
                                                        fields(row(field), depth - 1, staff),
                                                        1)
                                                : field.getName())
                        .collect(Collectors.joining(" "));
        return written.isEmpty() ? "__typename" : written;
    }

    private static boolean object(GraphQLType type) {
        return GraphQLTypeUtil.unwrapAll(type) instanceof GraphQLObjectType;
    }

    /** What stands in a list, or below a field. */
    private static GraphQLObjectType row(GraphQLFieldDefinition field) {
        var type = (GraphQLObjectType) GraphQLTypeUtil.unwrapAll(field.getType());
        return field.getArgument("first") == null
                ? type
                : row(row(type.getFieldDefinition("edges")).getFieldDefinition("node"));
    }

    private static boolean allowed(
            GraphQLFieldDefinition field, GraphQLObjectType type, boolean staff) {
        if (staff) {
            return true;
        }
        var own = field.getAppliedDirective("allow");
        var to = own == null ? type.getAppliedDirective("allow") : own;
        List<?> names = to.getArgument("to").getValue();
        return !new HashSet<>(names)
                .stream().map(Object::toString).filter(OF_CONTACTS::contains).toList().isEmpty();
    }
}
