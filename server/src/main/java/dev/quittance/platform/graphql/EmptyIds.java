package dev.quittance.platform.graphql;

import graphql.Scalars;
import graphql.normalized.ExecutableNormalizedField;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds ids that are given but empty. Spring would take them for not given at all. */
final class EmptyIds {

    private EmptyIds() {}

    /** The path of the first one among the arguments of {@code field}, {@code input.customerId}. */
    static Optional<String> in(ExecutableNormalizedField field, GraphQLSchema schema) {
        var given = field.getResolvedArguments();
        return given.isEmpty()
                ? Optional.empty()
                : field.getFieldDefinitions(schema).stream()
                        .flatMap(definition -> definition.getArguments().stream())
                        .flatMap(
                                one -> find(one.getName(), one.getType(), given.get(one.getName())))
                        .findFirst();
    }

    private static Stream<String> find(String path, GraphQLType type, @Nullable Object value) {
        return switch (GraphQLTypeUtil.unwrapNonNull(type)) {
            case GraphQLInputObjectType input when value instanceof Map<?, ?> given ->
                    input.getFieldDefinitions().stream().flatMap(field -> find(path, field, given));
            case GraphQLList list when value instanceof Collection<?> rows ->
                    List.copyOf(rows).stream()
                            .filter(Objects::nonNull)
                            .flatMap(row -> find(path, list.getWrappedType(), row));
            case GraphQLType scalar when scalar == Scalars.GraphQLID && "".equals(value) ->
                    Stream.of(path);
            default -> Stream.empty();
        };
    }

    private static Stream<String> find(
            String path, GraphQLInputObjectField field, Map<?, ?> given) {
        return find(path + "." + field.getName(), field.getType(), given.get(field.getName()));
    }
}
