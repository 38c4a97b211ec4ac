package dev.quittance.testing;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedInputType;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes arguments for any field of the schema, as literals.
 *
 * @param scalar what to write for a scalar of this name
 */
public record WrittenArguments(Function<String, String> scalar) {
    private static final int DEEPEST = 5;

    /** {@code (first: 20, filter: {…})}, or nothing for a field without arguments. */
    public String of(List<GraphQLArgument> arguments) {
        return arguments.isEmpty()
                ? ""
                : arguments.stream()
                        .map(one -> one.getName() + ": " + written(one.getType(), 0))
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    private String written(GraphQLInputType type, int depth) {
        return switch (GraphQLTypeUtil.unwrapNonNull(type)) {
            case GraphQLList list ->
                    "[%s]".formatted(written((GraphQLInputType) list.getWrappedType(), depth));
            case GraphQLEnumType choice -> choice.getValues().getFirst().getName();
            case GraphQLInputObjectType object -> fields(object, depth);
            case GraphQLNamedInputType named -> scalar.apply(named.getName());
            default -> throw new IllegalArgumentException(type.toString());
        };
    }

    private String fields(GraphQLInputObjectType object, int depth) {
        return object.getFieldDefinitions().stream()
                .filter(field -> depth < DEEPEST || GraphQLTypeUtil.isNonNull(field.getType()))
                .map(field -> field.getName() + ": " + written(field.getType(), depth + 1))
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
