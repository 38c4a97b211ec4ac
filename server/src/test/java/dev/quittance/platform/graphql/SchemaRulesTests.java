package dev.quittance.platform.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.platform.Caller;
import dev.quittance.platform.Permission;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the schema promises about itself. */
class SchemaRulesTests {
    private static final Path FILES = Path.of("..", "schema");
    private static final Caller CONTACT =
            new Caller(
                    Caller.Kind.CONTACT,
                    UUID.randomUUID(),
                    "Connie",
                    Set.of(Permission.CONTACT_BILLING, Permission.CONTACT_PRIMARY),
                    UUID.randomUUID(),
                    null);

    private final GraphQLSchema schema = schema();
    private final AllowTable allow = AllowTable.of(schema);

    @Test
    void everyRootFieldSaysWhoMay() {
        assertThat(AllowTable.unguarded(schema)).isEmpty();
    }

    /**
     * A field that lets contacts in leads to something they may read: its type lets them in, or one
     * of its fields does by its own word.
     */
    @Test
    void contactsNeverReachATypeThatShutsThemOut() {
        var shut = new HashSet<String>();
        var known = new HashSet<String>();
        var ahead = new ArrayDeque<>(AllowTable.roots(schema));
        while (!ahead.isEmpty()) {
            var type = ahead.poll();
            if (known.add(type.getName())) {
                open(type)
                        .forEach(
                                field ->
                                        members(field)
                                                .forEach(
                                                        member -> {
                                                            if (open(member).findAny().isEmpty()) {
                                                                shut.add(
                                                                        type.getName()
                                                                                + "."
                                                                                + field.getName()
                                                                                + ": "
                                                                                + member.getName());
                                                            }
                                                            ahead.add(member);
                                                        }));
            }
        }

        assertThat(shut).isEmpty();
    }

    /** Answers of a mutation are told by name, so whoever may act may read every answer. */
    @Test
    void whoeverMayActMayReadTheAnswer() {
        for (var act : schema.getMutationType().getFieldDefinitions()) {
            var mayAct = allow.needed(schema.getMutationType().getName(), act.getName());
            for (var answer : members(act).toList()) {
                for (var permission : mayAct) {
                    assertThat(open(answer, permission))
                            .as(
                                    "%s, answered with %s to %s",
                                    act.getName(), answer.getName(), permission)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void aServedTypeHasOneRecordOfItsName() {
        var records = new ServedRecords();

        var ambiguous =
                schema.getAllTypesAsList().stream()
                        .map(type -> records.named(type.getName()))
                        .map(found -> found.stream().filter(SchemaRulesTests::isServed).toList())
                        .filter(found -> found.size() > 1);

        assertThat(ambiguous).isEmpty();
    }

    private static boolean isServed(Class<?> record) {
        var from = record.getProtectionDomain().getCodeSource().getLocation().getPath();
        return !from.contains("test-classes");
    }

    private boolean open(GraphQLObjectType type, Permission permission) {
        var caller =
                new Caller(
                        permission == Permission.STAFF ? Caller.Kind.STAFF : Caller.Kind.CLIENT,
                        null,
                        "",
                        Set.of(permission),
                        permission == Permission.CONTACT ? UUID.randomUUID() : null,
                        null);
        return type.getFieldDefinitions().stream()
                .anyMatch(field -> allow.mayUse(caller, type.getName(), field.getName()));
    }

    private Stream<graphql.schema.GraphQLFieldDefinition> open(GraphQLObjectType type) {
        return type.getFieldDefinitions().stream()
                .filter(field -> allow.mayUse(CONTACT, type.getName(), field.getName()));
    }

    private Stream<GraphQLObjectType> members(graphql.schema.GraphQLFieldDefinition field) {
        GraphQLNamedType type = GraphQLTypeUtil.unwrapAll(field.getType());
        return switch (type) {
            case GraphQLObjectType object -> Stream.of(object);
            case GraphQLUnionType union ->
                    union.getTypes().stream().map(GraphQLObjectType.class::cast);
            case GraphQLInterfaceType common -> schema.getImplementations(common).stream();
            default -> Stream.of();
        };
    }

    private static GraphQLSchema schema() {
        var all = new TypeDefinitionRegistry();
        try (var files = Files.list(FILES)) {
            for (var file :
                    files.filter(f -> f.toString().endsWith(".graphqls")).sorted().toList()) {
                all.merge(new SchemaParser().parse(file.toFile()));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        assertThat(List.of(all)).isNotEmpty();
        return UnExecutableSchemaGenerator.makeUnExecutableSchema(all);
    }
}
