package dev.quittance.platform.graphql;

import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.WebSocketGraphQlRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets the plain parts of an answer be written early, where {@link AnswerHandler} answers. */
@Component
class AnswerInterceptor implements WebGraphQlInterceptor {

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        if (!(request instanceof WebSocketGraphQlRequest)) {
            request.configureExecutionInput(
                    (_, input) -> input.graphQLContext(PlainSubtrees.allowed()).build());
        }
        return chain.next(request);
    }
}
