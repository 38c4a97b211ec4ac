package dev.quittance.platform.graphql;

import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.webflux.GraphQlWebSocketHandler;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.WebSocketSession;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * The WebSockets of live fields. They end when the server stops, before it waits for the requests
 * that are running; the browser connects again, to the next server.
 */
@Component
class LiveConnections extends GraphQlWebSocketHandler implements SmartLifecycle {
    private final Sinks.Empty<Void> stopping = Sinks.empty();
    private final AtomicBoolean running = new AtomicBoolean();

    LiveConnections(
            WebGraphQlHandler handler, ServerCodecConfigurer codecs, GraphQlProperties properties) {
        super(
                handler,
                codecs,
                properties.getWebsocket().getConnectionInitTimeout(),
                properties.getWebsocket().getKeepAlive());
    }

    @Override
    public Mono<Void> handle(WebSocketSession session) {
        var goingAway =
                stopping.asMono().then(Mono.defer(() -> session.close(CloseStatus.GOING_AWAY)));
        return super.handle(session).takeUntilOther(goingAway);
    }

    @Override
    public void start() {
        running.set(true);
    }

    @Override
    public void stop() {
        running.set(false);
        stopping.tryEmitEmpty();
    }

    @Override
    public boolean isRunning() {
        return running.get();
    }
}
