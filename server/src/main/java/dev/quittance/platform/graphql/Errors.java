package dev.quittance.platform.graphql;

import dev.quittance.platform.BadRequest;
import dev.quittance.platform.Forbidden;
import dev.quittance.platform.InvalidInput;
import dev.quittance.platform.NotFound;
import dev.quittance.platform.Problem;
import dev.quittance.platform.Refused;
import dev.quittance.platform.Traced;
import dev.quittance.platform.Unauthorized;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.AbortExecutionException;
import graphql.schema.DataFetchingEnvironment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.graphql.execution.DataFetcherExceptionResolver;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.graphql.execution.SubscriptionExceptionResolver;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindException;
import reactor.core.publisher.Mono;

/** Exceptions as the errors of an answer. What we did not foresee is told by its number only. */
@Component
class Errors implements DataFetcherExceptionResolver, SubscriptionExceptionResolver {
    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

    @Override
    public Mono<List<GraphQLError>> resolveException(
            Throwable failure, DataFetchingEnvironment env) {
        var path = env.getExecutionStepInfo().getPath();
        var error =
                failure instanceof BindException unfit
                        ? malformed(MalformedArgument.in(unfit, env.getArguments()))
                        : error(failure, path.toString());
        return Mono.just(
                List.of(
                        error.path(path)
                                .locations(List.of(env.getField().getSourceLocation()))
                                .build()));
    }

    @Override
    public Mono<List<GraphQLError>> resolveException(Throwable failure) {
        return Mono.just(List.of(error(failure, "a live stream").build()));
    }

    private static GraphqlErrorBuilder<?> error(Throwable failure, String where) {
        return switch (failure) {
            case CompletionException wrapped when wrapped.getCause() != null ->
                    error(wrapped.getCause(), where);
            // Whoever asked has hung up: nobody reads the answer, and nothing is broken.
            case AbortExecutionException e -> error(ErrorType.BAD_REQUEST, e);
            case NotFound e -> error(ErrorType.NOT_FOUND, e);
            case Unauthorized e -> error(ErrorType.UNAUTHORIZED, e);
            case Forbidden e -> error(ErrorType.FORBIDDEN, e);
            case BadRequest e ->
                    error(ErrorType.BAD_REQUEST, e).extensions(Map.of("field", e.field()));
            case Refused e -> error(ErrorType.BAD_REQUEST, e).extensions(facts(e.problem()));
            default -> unforeseen(failure, where);
        };
    }

    private static GraphqlErrorBuilder<?> error(ErrorType type, Exception failure) {
        return error(type, String.valueOf(failure.getMessage()));
    }

    private static GraphqlErrorBuilder<?> error(ErrorType type, String message) {
        return GraphqlErrorBuilder.newError().errorType(type).message("%s", message);
    }

    private static Map<String, Object> facts(Problem problem) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("code", problem.getClass().getSimpleName());
        if (problem instanceof InvalidInput invalid) {
            facts.put(
                    "fields",
                    invalid.fields().stream()
                            .map(fault -> Map.of("path", fault.path(), "message", fault.message()))
                            .toList());
        }
        return facts;
    }

    private static GraphqlErrorBuilder<?> malformed(String argument) {
        return error(ErrorType.BAD_REQUEST, argument + ": the value is malformed.")
                .extensions(Map.of("field", argument));
    }

    private static GraphqlErrorBuilder<?> unforeseen(Throwable failure, String where) {
        var id = UUID.randomUUID().toString();
        LOG.error("Error {} at {}", id, where, Traced.of(failure));
        return error(ErrorType.INTERNAL_ERROR, "Something went wrong on our side: " + id + ".")
                .extensions(Map.of("id", id));
    }
}
