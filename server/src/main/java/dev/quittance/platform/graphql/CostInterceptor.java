package dev.quittance.platform.graphql;

import java.util.LinkedHashMap;
import java.util.Map;
import org.reactivestreams.Publisher;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells in each answer what the request cost: {@code extensions.cost}. */
@Component
class CostInterceptor implements WebGraphQlInterceptor {

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return chain.next(request).map(CostInterceptor::told);
    }

    private static WebGraphQlResponse told(WebGraphQlResponse response) {
        Cost cost = response.getExecutionInput().getGraphQLContext().get(Cost.CONTEXT_KEY);
        if (cost == null || response.getData() instanceof Publisher<?>) {
            return response;
        }
        var extensions = new LinkedHashMap<>(response.getExtensions());
        extensions.put("cost", Map.of("requested", cost.used(), "limit", cost.limit()));
        return response.transform(builder -> builder.extensions(extensions));
    }
}
