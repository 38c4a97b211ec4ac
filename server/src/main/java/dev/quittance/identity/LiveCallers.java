package dev.quittance.identity;

import dev.quittance.platform.Caller;
import dev.quittance.platform.Changes;
import java.time.Duration;
import org.springframework.graphql.server.WebSocketGraphQlRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who is behind a WebSocket now: the session or token it was opened with may have ended since. */
@Component
class LiveCallers {
    private static final Duration OFTEN = Duration.ofMillis(200);

    private final Sessions sessions;
    private final ApiClientTokens tokens;
    private final Changes changes;
    private final Duration looksEvery;

    LiveCallers(
            Sessions sessions, ApiClientTokens tokens, Changes changes, IdentitySettings settings) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.changes = changes;
        var half = settings.identity().cachedFor().dividedBy(2);
        this.looksEvery = half.compareTo(OFTEN) < 0 ? OFTEN : half;
    }

    /** The caller as of now; empty when the session or token that {@code first} came with ended. */
    Mono<Caller> now(WebSocketGraphQlRequest request, Caller first) {
        var session = first.session();
        if (session == null) {
            return Mono.just(first);
        }
        var header = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        return first.kind() == Caller.Kind.CLIENT && header != null
                ? tokens.caller(TokenCallers.token(header)).onErrorComplete()
                : sessions.caller(session);
    }

    /** Completes when the session or token has ended; hears of it, and looks from time to time. */
    Mono<Void> ended(WebSocketGraphQlRequest request, Caller first) {
        var told =
                changes.stream()
                        .filter(change -> Sessions.CHANGE.equals(change.kind()))
                        .filter(change -> change.id() == null || change.id().equals(first.id()))
                        .doOnNext(change -> sessions.forget(change.id()))
                        .doOnNext(change -> tokens.forget(change.id()))
                        .map(_ -> 0L);
        return Flux.merge(told, Flux.interval(looksEvery))
                .onBackpressureLatest()
                .concatMap(_ -> now(request, first).hasElement(), 1)
                .takeUntil(open -> !open)
                .then();
    }
}
