package dev.quittance.platform.graphql;

import dev.quittance.platform.Faults;
import dev.quittance.platform.FieldFault;
import graphql.GraphQLContext;
import graphql.execution.TypeFromAST;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds which values within the variables don't fit their types. GraphQL's own error names only the
 * variable; this walk is made only after it has failed.
 */
final class VariableFaults {
    private final GraphQLSchema schema;
    private final Faults faults = new Faults();

    private VariableFaults(GraphQLSchema schema) {
        this.schema = schema;
    }

    static List<FieldFault> in(
            Map<String, Object> variables,
            Document document,
            @Nullable String operationName,
            GraphQLSchema schema) {
        var walk = new VariableFaults(schema);
        document.getDefinitionsOfType(OperationDefinition.class).stream()
                .filter(
                        operation ->
                                operationName == null
                                        || operationName.isEmpty()
                                        || operationName.equals(operation.getName()))
                .flatMap(operation -> operation.getVariableDefinitions().stream())
                .filter(
                        variable ->
                                variable.getDefaultValue() == null
                                        || variables.containsKey(variable.getName()))
                .forEach(
                        variable ->
                                walk.check(
                                        variable.getName(),
                                        TypeFromAST.getTypeFromAST(schema, variable.getType()),
                                        variables.get(variable.getName())));
        return walk.faults.found();
    }

    private void check(String path, @Nullable GraphQLType type, @Nullable Object value) {
        switch (type) {
            case GraphQLNonNull needed -> {
                if (faults.check(value != null, path, "must not be missing")) {
                    check(path, needed.getWrappedType(), value);
                }
            }
            case GraphQLList list when value instanceof Collection<?> values -> {
                var i = 0;
                for (var one : values) {
                    check(path + "[" + i++ + "]", list.getWrappedType(), one);
                }
            }
            case GraphQLList list when value != null -> check(path, list.getWrappedType(), value);
            case GraphQLInputObjectType input when value != null -> checkInput(path, input, value);
            case GraphQLEnumType choices when value != null ->
                    faults.check(
                            value instanceof String name && choices.getValue(name) != null,
                            path,
                            "must be one of the values of " + choices.getName());
            case GraphQLScalarType scalar when value != null -> checkScalar(path, scalar, value);
            case null, default -> {
                // Nothing given for something that may be missing.
            }
        }
    }

    private void checkInput(String path, GraphQLInputObjectType type, Object value) {
        if (!(value instanceof Map<?, ?> given)) {
            faults.add(path, "must be an object");
            return;
        }
        given.keySet().stream()
                .filter(key -> type.getFieldDefinition(String.valueOf(key)) == null)
                .forEach(key -> faults.add(path + "." + key, "is not known"));
        for (GraphQLInputObjectField field : type.getFieldDefinitions()) {
            if (given.containsKey(field.getName()) || !field.hasSetDefaultValue()) {
                check(path + "." + field.getName(), field.getType(), given.get(field.getName()));
            }
        }
    }

    private void checkScalar(String path, GraphQLScalarType scalar, Object value) {
        try {
            scalar.getCoercing().parseValue(value, GraphQLContext.getDefault(), Locale.ROOT);
        } catch (CoercingParseValueException unfit) {
            faults.add(path, Objects.requireNonNullElse(unfit.getMessage(), "is malformed"));
        }
    }
}
