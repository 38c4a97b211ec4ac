package dev.quittance.platform.graphql;

import dev.quittance.platform.Caller;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Hands the request's caller to GraphQL: {@code @ContextValue Caller caller}. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class CallerInterceptor implements WebGraphQlInterceptor {

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return Mono.deferContextual(
                context -> {
                    // A request that came past the filter is nobody's, never the system's.
                    var caller =
                            context.hasKey(Caller.class)
                                    ? context.<Caller>get(Caller.class)
                                    : Caller.ANONYMOUS;
                    request.configureExecutionInput(
                            (_, input) ->
                                    input.graphQLContext(Map.of(Caller.CONTEXT_KEY, caller))
                                            .build());
                    return chain.next(request);
                });
    }
}
