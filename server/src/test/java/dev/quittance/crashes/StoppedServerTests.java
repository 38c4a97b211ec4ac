package dev.quittance.crashes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is told to stop while it works. */
class StoppedServerTests {
    private static final int TERMINATED = 143;
    private static final int GOING_AWAY = 1001;
    private static final Duration DOOR = Duration.ofSeconds(10);
    private static final String BODY = "{\"query\": \"{ branding { name } }\"}";

    @TempDir private Path folder = Path.of("");
    private ServerProcess server = new ServerProcess(folder);

    @AfterEach
    void end() {
        server.end();
    }

    @Test
    void whatRunsIsAnsweredWhatComesIsRefusedAndLiveStreamsEnd() throws Exception {
        server = new ServerProcess(folder);
        server.start();
        var closed = live(new Clerk(server).cookie());
        try (var slow = new Socket("localhost", server.port())) {
            write(slow, head() + BODY.substring(0, 10));
            // Until the request is under way, there is nothing to finish.
            ServerProcess.pause(1_000);

            var exit = server.stop();

            assertThat(closed.get(10, TimeUnit.SECONDS)).isEqualTo(GOING_AWAY);
            assertNobodyComesIn();
            assertThat(exit).isNotDone();
            write(slow, BODY.substring(10));
            var answer = new String(slow.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 200 OK").contains("\"branding\":{\"name\"");
            assertThat(exit.get(30, TimeUnit.SECONDS)).isIn(0, TERMINATED);
            assertThat(server.told()).doesNotContain("ERROR", "\tat ");
            assertThat(server.database().pid()).isEmpty();
        }
    }

    private void assertNobodyComesIn() {
        var giveUp = Instant.now().plus(DOOR);
        while (comesIn() && Instant.now().isBefore(giveUp)) {
            ServerProcess.pause(50);
        }
        assertThatThrownBy(() -> new Socket("localhost", server.port()).close())
                .isInstanceOf(ConnectException.class);
    }

    private boolean comesIn() {
        try (var socket = new Socket("localhost", server.port())) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    private String head() {
        return """
               POST /graphql HTTP/1.1\r
               Host: localhost:%d\r
               Content-Type: application/json\r
               Accept: application/json\r
               Connection: close\r
               Content-Length: %d\r
               \r
               """
                .formatted(server.port(), BODY.length());
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Listens to a live field; completes with the code the connection is closed with. */
    private CompletableFuture<Integer> live(String cookie) throws Exception {
        var closing = new Closing();
        var at = "localhost:%d".formatted(server.port());
        var socket =
                HttpClient.newHttpClient()
                        .newWebSocketBuilder()
                        .subprotocols("graphql-transport-ws")
                        .header("Cookie", cookie)
                        .header("Origin", "http://" + at)
                        .buildAsync(URI.create("ws://" + at + "/graphql?app=console"), closing)
                        .get(10, TimeUnit.SECONDS);
        socket.sendText("{\"type\":\"connection_init\"}", true).get(10, TimeUnit.SECONDS);
        assertThat(closing.first.get(10, TimeUnit.SECONDS)).contains("connection_ack");
        socket.sendText(
                        "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":\"subscription { clockChanged { kind } }\"}}",
                        true)
                .get(10, TimeUnit.SECONDS);
        return closing.code;
    }

    /** The first message of a connection, and how it ended. */
    private static final class Closing implements WebSocket.Listener {
        private final CompletableFuture<String> first = new CompletableFuture<>();
        private final CompletableFuture<Integer> code = new CompletableFuture<>();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            first.complete(text.toString());
            from.request(1);
            return CompletableFuture.completedStage(null);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            code.complete(status);
            return CompletableFuture.completedStage(null);
        }

        @Override
        public void onError(WebSocket from, Throwable fault) {
            code.completeExceptionally(fault);
        }
    }
}
