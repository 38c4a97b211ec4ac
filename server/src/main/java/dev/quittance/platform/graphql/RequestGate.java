package dev.quittance.platform.graphql;

import dev.quittance.platform.Caller;
import dev.quittance.platform.Settings;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.execution.AbortExecutionException;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.language.OperationDefinition.Operation;
import graphql.normalized.ExecutableNormalizedField;
import graphql.normalized.ExecutableNormalizedOperation;
import graphql.normalized.ExecutableNormalizedOperationFactory;
import graphql.normalized.ExecutableNormalizedOperationFactory.Options;
import graphql.schema.GraphQLSchema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.stereotype.Component;

/**
 * What every request passes before anything of it runs: it is laid out with all fragments and
 * aliases, measured, and each of its fields compared with what the caller may. Once for the
 * request, not for each row.
 */
@Component
class RequestGate extends SimplePerformantInstrumentation {
    private final Settings.GraphqlSettings limits;
    private volatile @Nullable Table table;

    RequestGate(Settings settings) {
        this.limits = settings.graphql();
    }

    private record Table(GraphQLSchema schema, AllowTable allow) {}

    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
        var request = parameters.getExecutionContext();
        var operation = layOut(request);
        oneMutationAtATime(operation);
        permitted(operation, request);
        affordable(operation, request);
        named(operation.getTopLevelFields(), request.getGraphQLSchema());
        return null;
    }

    private ExecutableNormalizedOperation layOut(ExecutionContext request) {
        return ExecutableNormalizedOperationFactory.createExecutableNormalizedOperation(
                request.getGraphQLSchema(),
                request.getDocument(),
                request.getOperationDefinition().getName(),
                request.getCoercedVariables(),
                Options.defaultOptions()
                        .maxFieldsCount(limits.maxFields())
                        .maxChildrenDepth(limits.maxDepth()));
    }

    /** A second mutation that fails would hide that the first one was done. */
    private static void oneMutationAtATime(ExecutableNormalizedOperation operation) {
        if (operation.getOperation() == Operation.MUTATION
                && operation.getTopLevelFields().size() > 1) {
            throw refused(
                    ErrorType.BAD_REQUEST,
                    "A mutation document has one field at its root.",
                    operation.getTopLevelFields().get(1));
        }
    }

    private void permitted(ExecutableNormalizedOperation operation, ExecutionContext request) {
        var caller = request.getGraphQLContext().getOrDefault(Caller.CONTEXT_KEY, Caller.ANONYMOUS);
        var allow = table(request.getGraphQLSchema());
        operation.getTopLevelFields().forEach(field -> permitted(field, caller, allow));
    }

    private static void permitted(
            ExecutableNormalizedField field, Caller caller, AllowTable allow) {
        if (!field.getFieldName().startsWith("__")) {
            for (var type : field.getObjectTypeNames()) {
                if (!allow.mayUse(caller, type, field.getFieldName())) {
                    throw refused(field, type, caller, allow);
                }
            }
            field.getChildren().forEach(child -> permitted(child, caller, allow));
        }
    }

    private static void named(List<ExecutableNormalizedField> fields, GraphQLSchema schema) {
        for (var field : fields) {
            EmptyIds.in(field, schema)
                    .ifPresent(
                            path -> {
                                throw refused(
                                        ErrorType.BAD_REQUEST,
                                        path + ": an id must not be empty.",
                                        field);
                            });
            named(field.getChildren(), schema);
        }
    }

    private static AbortExecutionException refused(
            ExecutableNormalizedField field, String type, Caller caller, AllowTable allow) {
        var name = type + "." + field.getFieldName();
        return caller.kind() == Caller.Kind.ANONYMOUS
                ? refused(ErrorType.UNAUTHORIZED, "Sign in to use " + name + ".", field)
                : refused(
                        ErrorType.FORBIDDEN,
                        "%s needs one of %s."
                                .formatted(name, allow.needed(type, field.getFieldName())),
                        field);
    }

    private void affordable(ExecutableNormalizedOperation operation, ExecutionContext request) {
        var cost =
                Cost.of(
                        operation.getTopLevelFields(),
                        request.getGraphQLSchema(),
                        limits.maxCost());
        request.getGraphQLContext().put(Cost.CONTEXT_KEY, cost);
        if (cost.tooHigh()) {
            throw refused(
                    ErrorType.BAD_REQUEST,
                    "The request costs %d; at most %d are allowed. Ask for fewer rows or fields."
                            .formatted(cost.used(), cost.limit()),
                    operation.getTopLevelFields().getFirst());
        }
    }

    private static AbortExecutionException refused(
            ErrorType type, String message, ExecutableNormalizedField field) {
        return new AbortExecutionException(
                List.of(
                        GraphQLError.newError()
                                .errorType(type)
                                .message("%s", message)
                                .path(List.<Object>copyOf(field.getListOfResultKeys()))
                                .build()));
    }

    private AllowTable table(GraphQLSchema schema) {
        var known = table;
        if (known == null || known.schema() != schema) {
            known = new Table(schema, AllowTable.of(schema));
            table = known;
        }
        return known.allow();
    }
}
