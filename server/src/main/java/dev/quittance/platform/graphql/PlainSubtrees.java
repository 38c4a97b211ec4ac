package dev.quittance.platform.graphql;

import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import graphql.execution.FieldValueInfo;
import graphql.execution.FieldValueInfo.CompleteValueType;
import graphql.language.Field;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeUtil;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Answers queries in the ordinary way, but writes in one go what lies below a field where all of it
 * is plain properties: most of an answer is that. Whatever goes wrong there is done again in the
 * ordinary way, which finds the right error and its path. Only for answers that {@link AnswerJson}
 * writes.
 */
class PlainSubtrees extends AsyncExecutionStrategy {
    /** For values that no loader waits below of. */
    private static final CompleteValueType SETTLED = CompleteValueType.SCALAR;

    private final AnswerJson json;

    PlainSubtrees(DataFetcherExceptionHandler failures, AnswerJson json) {
        super(failures);
        this.json = json;
    }

    /** To be put into the GraphQL context of a request whose answer is written by us. */
    static Map<Object, Object> allowed() {
        return Map.of(Trees.class, new Trees());
    }

    /** What the present request selects, by field of its document. */
    private static final class Trees extends ConcurrentHashMap<Field, Optional<PlainTree>> {
        private static final long serialVersionUID = 1L;
    }

    @Override
    protected FieldValueInfo completeValue(
            ExecutionContext request, ExecutionStrategyParameters parameters) {
        var source = parameters.getSource();
        var step = parameters.getExecutionStepInfo();
        if (source != null
                && GraphQLTypeUtil.unwrapAll(step.getType()) instanceof GraphQLObjectType type) {
            var answer = plain(request, parameters, source, type);
            if (answer != null) {
                return new FieldValueInfo(SETTLED, answer);
            }
        }
        return super.completeValue(request, parameters);
    }

    private @Nullable Object plain(
            ExecutionContext request,
            ExecutionStrategyParameters parameters,
            Object source,
            GraphQLObjectType type) {
        var tree = tree(request, parameters, type);
        if (tree == null) {
            return null;
        }
        var wanted = parameters.getExecutionStepInfo().getType();
        try {
            return new WrittenJson(json.bytes(out -> tree.write(out, source, wanted, request)));
        } catch (RuntimeException e) {
            return null;
        }
    }

    private static @Nullable PlainTree tree(
            ExecutionContext request,
            ExecutionStrategyParameters parameters,
            GraphQLObjectType type) {
        var field = parameters.getField();
        Trees trees = request.getGraphQLContext().get(Trees.class);
        if (trees == null || field == null || !field.isSingleField()) {
            return null;
        }
        return trees.computeIfAbsent(
                        field.getSingleField(), _ -> PlainTree.of(request, field, type))
                .filter(tree -> tree.type() == type)
                .orElse(null);
    }
}
