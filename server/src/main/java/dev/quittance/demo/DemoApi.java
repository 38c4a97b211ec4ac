package dev.quittance.demo;

import dev.quittance.platform.Caller;
import dev.quittance.platform.Permission;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.ExecutionGraphQlResponse;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.support.DefaultExecutionGraphQlRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks the API as the demo's owner would, without going over the wire. */
@Component
class DemoApi {
    static final Caller OWNER =
            new Caller(
                    Caller.Kind.STAFF,
                    new UUID(0, 0),
                    "Olga Owner",
                    Set.of(Permission.values()),
                    null,
                    null);
    private final ExecutionGraphQlService graphql;

    DemoApi(ExecutionGraphQlService graphql) {
        this.graphql = graphql;
    }

    /** The answer; an error of any kind ends the demo's making. */
    Mono<ExecutionGraphQlResponse> ask(String document, Map<String, Object> variables) {
        var given = new HashMap<String, @Nullable Object>(variables);
        var request =
                new DefaultExecutionGraphQlRequest(
                        document, null, given, null, UUID.randomUUID().toString(), null);
        request.configureExecutionInput(
                (_, input) -> input.graphQLContext(Map.of(Caller.CONTEXT_KEY, OWNER)).build());
        return Mono.defer(() -> graphql.execute(request))
                .doOnNext(DemoApi::check)
                .contextWrite(OWNER::in);
    }

    private static void check(ExecutionGraphQlResponse answer) {
        if (!answer.getErrors().isEmpty()) {
            throw new IllegalStateException("The demo was refused: " + answer.getErrors());
        }
    }
}
