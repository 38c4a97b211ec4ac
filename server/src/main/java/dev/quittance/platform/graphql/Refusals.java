package dev.quittance.platform.graphql;

import dev.quittance.platform.Problem;
import dev.quittance.platform.Refused;
import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLTypeVisitorStub;
import graphql.schema.GraphQLUnionType;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import reactor.core.publisher.Mono;

/**
 * Turns a {@link Refused} that comes out of a field with a union into the union's member of the
 * problem's name, if it has one.
 */
class Refusals extends GraphQLTypeVisitorStub {

    @Override
    public TraversalControl visitGraphQLFieldDefinition(
            GraphQLFieldDefinition field, TraverserContext<GraphQLSchemaElement> context) {
        if (GraphQLTypeUtil.unwrapNonNull(field.getType()) instanceof GraphQLUnionType union) {
            var registry = context.getVarFromParents(GraphQLCodeRegistry.Builder.class);
            var at =
                    FieldCoordinates.coordinates(
                            (GraphQLFieldsContainer) context.getParentNode(), field);
            DataFetcher<?> fetcher = registry.getDataFetcher(at, field);
            registry.dataFetcher(at, answering(fetcher, union));
        }
        return TraversalControl.CONTINUE;
    }

    private static DataFetcher<?> answering(DataFetcher<?> fetcher, GraphQLUnionType union) {
        return env -> {
            try {
                var answer = fetcher.get(env);
                return answer instanceof Mono<?> later ? answering(later, union) : answer;
            } catch (Refused refused) {
                if (isMember(refused.problem(), union)) {
                    return refused.problem();
                }
                throw refused;
            }
        };
    }

    private static <T> Mono<Object> answering(Mono<T> answer, GraphQLUnionType union) {
        return answer.cast(Object.class)
                .onErrorResume(
                        Refused.class,
                        refused ->
                                isMember(refused.problem(), union)
                                        ? Mono.just(refused.problem())
                                        : Mono.error(refused));
    }

    private static boolean isMember(Problem problem, GraphQLUnionType union) {
        var name = problem.getClass().getSimpleName();
        return union.getTypes().stream().anyMatch(type -> type.getName().equals(name));
    }
}
