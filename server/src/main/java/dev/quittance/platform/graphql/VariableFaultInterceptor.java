package dev.quittance.platform.graphql;

import dev.quittance.platform.FieldFault;
import graphql.ErrorType;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.parser.Parser;
import java.util.List;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Says of variables that don't fit which field is at fault, one error each. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class VariableFaultInterceptor implements WebGraphQlInterceptor {
    private static final int MOST = 20;

    private final GraphQlSource source;

    VariableFaultInterceptor(GraphQlSource source) {
        this.source = source;
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return chain.next(request).map(this::named);
    }

    private WebGraphQlResponse named(WebGraphQlResponse response) {
        if (!failedOnVariables(response.getExecutionResult())) {
            return response;
        }
        var input = response.getExecutionInput();
        var faults =
                VariableFaults.in(
                        input.getRawVariables().toMap(),
                        Parser.parse(input.getQuery()),
                        input.getOperationName(),
                        source.schema());
        return faults.isEmpty()
                ? response
                : response.transform(
                        builder ->
                                builder.errors(
                                        faults.stream()
                                                .limit(MOST)
                                                .map(VariableFaultInterceptor::error)
                                                .toList()));
    }

    private static boolean failedOnVariables(ExecutionResult result) {
        List<GraphQLError> errors = result.getErrors();
        return result.getData() == null
                && errors.size() == 1
                && errors.getFirst().getErrorType() == ErrorType.ValidationError
                // Those of the document itself say already where they are.
                && !String.valueOf(errors.getFirst().getMessage()).startsWith("Validation error");
    }

    private static GraphQLError error(FieldFault fault) {
        return GraphqlErrorBuilder.newError()
                .errorType(org.springframework.graphql.execution.ErrorType.BAD_REQUEST)
                .message("%s", fault.path() + ": " + fault.message() + ".")
                .extensions(Map.of("field", fault.path()))
                .build();
    }
}
