package dev.quittance.testing;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedInputType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A value for an argument of the schema, all its fields given.
 *
 * @param value what goes into the variables
 * @param paths where chosen values stand in it, {@code prices[0].amount}
 */
public record GivenInput(Object value, List<String> paths) {

    /** Tells what stands at a path for a scalar of this name; nothing leaves it to the next. */
    public interface Leaf {
        @Nullable Object at(String path, String scalar);
    }

    /**
     * @param chosen the values to look for afterwards
     * @param otherwise what stands everywhere else
     */
    public static GivenInput of(GraphQLInputType type, Leaf chosen, Leaf otherwise) {
        var paths = new ArrayList<String>();
        Leaf both =
                (path, scalar) -> {
                    var value = chosen.at(path, scalar);
                    if (value != null) {
                        paths.add(path);
                    }
                    return value != null ? value : otherwise.at(path, scalar);
                };
        return new GivenInput(Objects.requireNonNull(value(type, "", both)), paths);
    }

    private static @Nullable Object value(GraphQLInputType type, String path, Leaf leaf) {
        return switch (GraphQLTypeUtil.unwrapNonNull(type)) {
            case GraphQLList list ->
                    List.of(
                            Objects.requireNonNull(
                                    value(
                                            (GraphQLInputType) list.getWrappedType(),
                                            path + "[0]",
                                            leaf)));
            case GraphQLEnumType choice -> choice.getValues().getLast().getName();
            case GraphQLInputObjectType object -> {
                var fields = new LinkedHashMap<String, Object>();
                for (var field : object.getFieldDefinitions()) {
                    var below = path.isEmpty() ? field.getName() : path + "." + field.getName();
                    fields.put(field.getName(), value(field.getType(), below, leaf));
                }
                yield fields;
            }
            case GraphQLNamedInputType named -> leaf.at(path, named.getName());
            default -> throw new IllegalArgumentException(type.toString());
        };
    }
}
