package dev.quittance.preferences;

import dev.quittance.platform.Settings;
import dev.quittance.platform.Settings.GraphqlSettings;
import dev.quittance.preferences.SwitchTable.Hidden;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.execution.AbortExecutionException;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.normalized.ExecutableNormalizedField;
import graphql.normalized.ExecutableNormalizedOperationFactory;
import graphql.normalized.ExecutableNormalizedOperationFactory.Options;
import graphql.schema.GraphQLSchema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.stereotype.Component;

/**
 * Turns a request away that asks for what a switch hides from its caller, whatever way leads there.
 * Before anything of it runs, and after it was measured.
 */
@Component
@Order
class SwitchGate extends SimplePerformantInstrumentation {
    private final GraphqlSettings limits;
    private volatile @Nullable Known known;

    SwitchGate(Settings settings) {
        this.limits = settings.graphql();
    }

    private record Known(GraphQLSchema schema, SwitchTable table) {}

    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
        var request = parameters.getExecutionContext();
        PortalSwitches switches = request.getGraphQLContext().get(PortalSwitches.class);
        var table = table(request.getGraphQLSchema());
        // Nothing of it is laid out where nothing is hidden, as it mostly is.
        if (switches != null && !table.switches().stream().allMatch(switches::on)) {
            var hidden = table.hidden(fields(request), switches);
            if (hidden != null) {
                throw refused(hidden);
            }
        }
        return null;
    }

    private List<ExecutableNormalizedField> fields(ExecutionContext request) {
        return ExecutableNormalizedOperationFactory.createExecutableNormalizedOperation(
                        request.getGraphQLSchema(),
                        request.getDocument(),
                        request.getOperationDefinition().getName(),
                        request.getCoercedVariables(),
                        Options.defaultOptions()
                                .maxFieldsCount(limits.maxFields())
                                .maxChildrenDepth(limits.maxDepth()))
                .getTopLevelFields();
    }

    private SwitchTable table(GraphQLSchema schema) {
        var present = known;
        if (present == null || present.schema() != schema) {
            present = new Known(schema, SwitchTable.of(schema));
            known = present;
        }
        return present.table();
    }

    private static AbortExecutionException refused(Hidden hidden) {
        return new AbortExecutionException(
                List.of(
                        GraphQLError.newError()
                                .errorType(ErrorType.FORBIDDEN)
                                .message("%s", new SwitchedOff(hidden.by()).message())
                                .path(List.<Object>copyOf(hidden.field().getListOfResultKeys()))
                                .extensions(Map.of("switchedOff", hidden.by().name()))
                                .build()));
    }
}
