package dev.quittance.identity;

import io.netty.handler.codec.http.websocketx.WebSocketClientHandshakeException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;
import org.springframework.web.reactive.socket.client.ReactorNettyWebSocketClient;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** A WebSocket that speaks graphql-transport-ws, message by message. */
final class LiveConnection implements WebSocketHandler, AutoCloseable {
    private final Sinks.Many<String> out = Sinks.many().unicast().onBackpressureBuffer();
    private final BlockingQueue<String> in = new LinkedBlockingQueue<>();
    private final Disposable running;

    LiveConnection(String url, HttpHeaders headers) {
        send("{\"type\":\"connection_init\"}");
        running =
                new ReactorNettyWebSocketClient()
                        .execute(URI.create(url), headers, this)
                        .subscribe(_ -> {}, fault -> in.add(text(fault)));
    }

    /**
     * The next message, a close code as {@code closed …}, or a refused handshake as {@code …403…}.
     */
    String next() {
        try {
            return Objects.requireNonNull(in.poll(20, TimeUnit.SECONDS), "nothing came");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The next messages, in any order. */
    List<String> next(int count) {
        var all = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            all.add(next());
        }
        return all;
    }

    @Nullable String nextWithin(long millis) throws InterruptedException {
        return in.poll(millis, TimeUnit.MILLISECONDS);
    }

    void subscribe(String id, String document) {
        send(
                "{\"type\":\"subscribe\",\"id\":\"%s\",\"payload\":{\"query\":\"%s\"}}"
                        .formatted(id, document));
    }

    void complete(String id) {
        send("{\"type\":\"complete\",\"id\":\"%s\"}".formatted(id));
    }

    @Override
    public List<String> getSubProtocols() {
        return List.of("graphql-transport-ws");
    }

    @Override
    public Mono<Void> handle(WebSocketSession session) {
        var closed = session.closeStatus().doOnNext(status -> in.add("closed " + status.getCode()));
        var received =
                session.receive().map(WebSocketMessage::getPayloadAsText).doOnNext(in::add).then();
        var sent = session.send(out.asFlux().map(session::textMessage));
        return Mono.when(received, closed, sent.takeUntilOther(session.closeStatus()));
    }

    @Override
    public void close() {
        running.dispose();
    }

    private void send(String text) {
        out.tryEmitNext(text).orThrow();
    }

    private static String text(Throwable fault) {
        return fault instanceof WebSocketClientHandshakeException
                ? String.valueOf(fault.getMessage())
                : fault.toString();
    }
}
