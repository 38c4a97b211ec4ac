package dev.quittance.preferences;

import graphql.normalized.ExecutableNormalizedField;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLDirectiveContainer;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which switch shows which field, as {@code @shown} says: the field's own word, else its type's.
 */
final class SwitchTable {
    private static final String DIRECTIVE = "shown";

    /** What a thing is called may be told by others that name it. */
    private static final Set<String> NAMES = Set.of("id", "number", "name");

    private final Map<FieldCoordinates, PortalSwitch> shown;

    private SwitchTable(Map<FieldCoordinates, PortalSwitch> shown) {
        this.shown = Map.copyOf(shown);
    }

    /** A field and the switch that is off. */
    record Hidden(ExecutableNormalizedField field, PortalSwitch by) {}

    static SwitchTable of(GraphQLSchema schema) {
        var shown = new HashMap<FieldCoordinates, PortalSwitch>();
        for (var type : schema.getAllTypesAsList()) {
            if (type instanceof GraphQLObjectType object) {
                var ofType = declared(object);
                for (var field : object.getFieldDefinitions()) {
                    var own = declared(field);
                    var by = own == null && !NAMES.contains(field.getName()) ? ofType : own;
                    if (by != null) {
                        shown.put(
                                FieldCoordinates.coordinates(object.getName(), field.getName()),
                                by);
                    }
                }
            }
        }
        return new SwitchTable(shown);
    }

    /** The switches that show anything. */
    Collection<PortalSwitch> switches() {
        return Set.copyOf(shown.values());
    }

    /** The first of these fields, or below them, that a switch hides. */
    @Nullable Hidden hidden(List<ExecutableNormalizedField> fields, PortalSwitches switches) {
        for (var field : fields) {
            var by = by(field, switches);
            var found = by == null ? hidden(field.getChildren(), switches) : new Hidden(field, by);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private @Nullable PortalSwitch by(ExecutableNormalizedField field, PortalSwitches switches) {
        for (var type : field.getObjectTypeNames()) {
            var by = shown.get(FieldCoordinates.coordinates(type, field.getFieldName()));
            if (by != null && !switches.on(by)) {
                return by;
            }
        }
        return null;
    }

    private static @Nullable PortalSwitch declared(GraphQLDirectiveContainer place) {
        var directive = place.getAppliedDirective(DIRECTIVE);
        if (directive == null) {
            return null;
        }
        Object by = directive.getArgument("by").getValue();
        return by == null ? null : PortalSwitch.valueOf(by.toString());
    }
}
