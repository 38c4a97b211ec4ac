package dev.quittance.platform.graphql;

import graphql.normalized.ExecutableNormalizedField;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;

/**
 * What a request may cost at most: one for each field, times the rows it may be given for. A
 * connection has {@code first} rows, a plain list is taken for {@value #PLAIN_LIST}.
 *
 * @param used of this request
 * @param limit of this installation
 */
record Cost(long used, long limit) {
    static final String CONTEXT_KEY = "quittance.cost";
    private static final int PLAIN_LIST = 5;
    private static final long TOO_MUCH = 1_000_000_000L;

    static Cost of(List<ExecutableNormalizedField> roots, GraphQLSchema schema, long limit) {
        return new Cost(sum(roots, schema), limit);
    }

    boolean tooHigh() {
        return used > limit;
    }

    private static long sum(List<ExecutableNormalizedField> fields, GraphQLSchema schema) {
        var sum = 0L;
        for (var field : fields) {
            sum = Math.min(TOO_MUCH, sum + cost(field, schema));
        }
        return sum;
    }

    private static long cost(ExecutableNormalizedField field, GraphQLSchema schema) {
        if (field.getChildren().isEmpty()) {
            return 1;
        }
        return Math.min(
                TOO_MUCH,
                1 + Math.multiplyExact(rows(field, schema), sum(field.getChildren(), schema)));
    }

    private static long rows(ExecutableNormalizedField field, GraphQLSchema schema) {
        if (field.getResolvedArguments().get("first") instanceof Number first) {
            return Math.max(1, first.longValue());
        }
        var inConnection = field.getFieldName().equals("edges") || introspects(field);
        return !inConnection && isList(field, schema) ? PLAIN_LIST : 1;
    }

    private static boolean introspects(ExecutableNormalizedField field) {
        return field.getFieldName().startsWith("__")
                || field.getObjectTypeNames().iterator().next().startsWith("__");
    }

    private static boolean isList(ExecutableNormalizedField field, GraphQLSchema schema) {
        return field.getFieldDefinitions(schema).stream()
                .anyMatch(
                        definition ->
                                GraphQLTypeUtil.unwrapNonNull(definition.getType())
                                        instanceof GraphQLList);
    }
}
