package dev.quittance.identity;

import dev.quittance.platform.Caller;
import dev.quittance.platform.Unauthorized;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.reactivestreams.Publisher;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.graphql.execution.SubscriptionPublisherException;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.WebSocketGraphQlInterceptor;
import org.springframework.graphql.server.WebSocketGraphQlRequest;
import org.springframework.graphql.server.WebSocketSessionInfo;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * Holds WebSockets to the session they were opened with: nobody opens one without, each request on
 * one asks anew who is behind it, and a live stream ends when its session does. A session has ten
 * streams at most.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class LiveStreams implements WebSocketGraphQlInterceptor {
    static final int MOST = 10;

    private final LiveCallers callers;
    private final Map<UUID, Integer> open = new ConcurrentHashMap<>();

    LiveStreams(LiveCallers callers) {
        this.callers = callers;
    }

    /** Nothing live is for everybody; the connection of nobody is closed with 4401. */
    @Override
    public Mono<Object> handleConnectionInitialization(
            WebSocketSessionInfo info, Map<String, Object> payload) {
        return Mono.deferContextual(
                context ->
                        caller(context).kind() == Caller.Kind.ANONYMOUS
                                ? Mono.error(new Unauthorized())
                                : Mono.empty());
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return request instanceof WebSocketGraphQlRequest live
                ? Mono.deferContextual(context -> intercept(live, chain, caller(context)))
                : chain.next(request);
    }

    private Mono<WebGraphQlResponse> intercept(
            WebSocketGraphQlRequest request, Chain chain, Caller first) {
        return callers.now(request, first)
                .defaultIfEmpty(Caller.ANONYMOUS)
                .flatMap(caller -> next(request, chain, caller).contextWrite(caller::in))
                .map(response -> bounded(request, response, first));
    }

    private static Mono<WebGraphQlResponse> next(
            WebSocketGraphQlRequest request, Chain chain, Caller caller) {
        request.configureExecutionInput(
                (_, input) -> input.graphQLContext(Map.of(Caller.CONTEXT_KEY, caller)).build());
        return chain.next(request);
    }

    private WebGraphQlResponse bounded(
            WebSocketGraphQlRequest request, WebGraphQlResponse response, Caller first) {
        var session = first.session();
        Object data = response.getData();
        return session != null && data instanceof Publisher<?> stream
                ? response.transform(
                        answer -> answer.data(bounded(stream, session, request, first)))
                : response;
    }

    private <T> Flux<T> bounded(
            Publisher<T> stream, UUID session, WebSocketGraphQlRequest request, Caller first) {
        var ended = callers.ended(request, first).then(Mono.error(LiveStreams::unauthorized));
        return Flux.usingWhen(
                Mono.fromSupplier(() -> open.merge(session, 1, Integer::sum)),
                count ->
                        count > MOST
                                ? Flux.error(LiveStreams::tooMany)
                                : Flux.from(stream).takeUntilOther(ended),
                _ -> Mono.fromRunnable(() -> close(session)));
    }

    private static Caller caller(ContextView context) {
        return context.hasKey(Caller.class) ? context.get(Caller.class) : Caller.ANONYMOUS;
    }

    private void close(UUID session) {
        open.computeIfPresent(session, (_, count) -> count > 1 ? count - 1 : null);
    }

    private static RuntimeException unauthorized() {
        return refusal(ErrorType.UNAUTHORIZED, "The session has ended. Sign in again.");
    }

    private static RuntimeException tooMany() {
        return refusal(ErrorType.FORBIDDEN, "At most %d live streams at a time.".formatted(MOST));
    }

    private static RuntimeException refusal(ErrorType type, String message) {
        GraphQLError error =
                GraphqlErrorBuilder.newError().errorType(type).message(message).build();
        return new SubscriptionPublisherException(
                List.of(error), new IllegalStateException(message));
    }
}
