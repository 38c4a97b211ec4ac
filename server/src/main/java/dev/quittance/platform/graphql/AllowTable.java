package dev.quittance.platform.graphql;

import dev.quittance.platform.Caller;
import dev.quittance.platform.Permission;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLDirectiveContainer;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Who may use which field, as {@code @allow} says: the field's own word, else its type's. */
final class AllowTable {
    private static final String DIRECTIVE = "allow";

    private final Map<FieldCoordinates, Set<Permission>> allowed;

    private AllowTable(Map<FieldCoordinates, Set<Permission>> allowed) {
        this.allowed = allowed;
    }

    static AllowTable of(GraphQLSchema schema) {
        var allowed = new HashMap<FieldCoordinates, Set<Permission>>();
        for (var type : schema.getAllTypesAsList()) {
            if (type instanceof GraphQLObjectType object && !object.getName().startsWith("__")) {
                var ofType = declared(object);
                for (var field : object.getFieldDefinitions()) {
                    var own = declared(field);
                    allowed.put(
                            FieldCoordinates.coordinates(object.getName(), field.getName()),
                            own == null ? (ofType == null ? Set.of() : ofType) : own);
                }
            }
        }
        return new AllowTable(Map.copyOf(allowed));
    }

    /** Whether the caller holds one of the permissions; a field that names none is for nobody. */
    boolean mayUse(Caller caller, String type, String field) {
        return needed(type, field).stream().anyMatch(caller::may);
    }

    /** Any one of which suffices. */
    Set<Permission> needed(String type, String field) {
        return allowed.getOrDefault(FieldCoordinates.coordinates(type, field), Set.of());
    }

    /** Fields of the root types that name nobody. */
    static List<String> unguarded(GraphQLSchema schema) {
        var table = of(schema);
        var found = new ArrayList<String>();
        for (var root : roots(schema)) {
            for (var field : root.getFieldDefinitions()) {
                if (table.needed(root.getName(), field.getName()).isEmpty()) {
                    found.add(root.getName() + "." + field.getName());
                }
            }
        }
        return found;
    }

    static List<GraphQLObjectType> roots(GraphQLSchema schema) {
        var roots = new ArrayList<GraphQLObjectType>();
        roots.add(schema.getQueryType());
        if (schema.getMutationType() != null) {
            roots.add(schema.getMutationType());
        }
        if (schema.getSubscriptionType() != null) {
            roots.add(schema.getSubscriptionType());
        }
        return roots;
    }

    private static @Nullable Set<Permission> declared(GraphQLDirectiveContainer place) {
        var directive = place.getAppliedDirective(DIRECTIVE);
        return directive == null ? null : permissions(directive);
    }

    private static Set<Permission> permissions(GraphQLAppliedDirective directive) {
        Collection<?> names = directive.getArgument("to").getValue();
        var permissions = new TreeSet<Permission>();
        if (names != null) {
            names.forEach(name -> permissions.add(Permission.valueOf(name.toString())));
        }
        return Set.copyOf(permissions);
    }
}
