package dev.quittance.payments.stripe;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What goes wrong between the fake Stripe and who asks it. */
public final class FakeFaults {
    private static final int BROKEN_OFF = 10_000;

    private final Queue<FakeFault> next = new ArrayDeque<>();
    private final List<String> requests = new ArrayList<>();
    private @Nullable FakeFault always;
    private Duration slow = Duration.ofSeconds(1);
    private double lost;
    private Random random = new Random(1);

    /** One of these for each of the next requests that do anything. */
    public synchronized void next(FakeFault... faults) {
        next.addAll(List.of(faults));
    }

    /** The same for all requests, until {@link #none}. */
    public synchronized void always(FakeFault fault) {
        always = fault;
    }

    public synchronized void none() {
        always = null;
        lost = 0;
        next.clear();
    }

    /** A share of all answers gets lost, at random. */
    public synchronized void lose(double share, long seed) {
        lost = share;
        random = new Random(seed);
    }

    /** How long {@link FakeFault#SLOW} takes. */
    public synchronized void slow(Duration by) {
        slow = by;
    }

    /** What was asked so far, {@code POST /v1/refunds}. */
    synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    private synchronized @Nullable FakeFault fault(String request) {
        requests.add(request);
        if (!next.isEmpty() && request.startsWith("POST ")) {
            return next.remove();
        }
        return always == null && random.nextDouble() < lost ? FakeFault.LOST : always;
    }

    void serve(HttpExchange exchange, String request, Supplier<FakeAnswer> work)
            throws IOException {
        switch (fault(request)) {
            case null -> FakeStripe.write(exchange, work.get());
            case LOST -> {
                work.get();
                breakOff(exchange);
            }
            case SLOW -> {
                var answer = work.get();
                pause();
                FakeStripe.write(exchange, answer);
            }
            case UNAVAILABLE ->
                    FakeStripe.write(exchange, FakeAnswer.refused(503, "api_error", null, null));
            case BROKEN -> {
                work.get();
                FakeStripe.write(exchange, FakeAnswer.refused(500, "api_error", null, null));
            }
            case NONSENSE -> {
                work.get();
                text(exchange, "<html><body>Welcome to the hotel</body></html>");
            }
            case EMPTY -> {
                work.get();
                text(exchange, "{}");
            }
            case TOO_MANY ->
                    FakeStripe.write(
                            exchange,
                            FakeAnswer.refused(429, "invalid_request_error", "rate_limit", null));
            case CONFLICT ->
                    FakeStripe.write(
                            exchange, FakeAnswer.refused(409, "idempotency_error", null, null));
        }
    }

    private void pause() {
        Duration by;
        synchronized (this) {
            by = slow;
        }
        try {
            Thread.sleep(by);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void breakOff(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, BROKEN_OFF);
        exchange.getResponseBody().write('{');
        exchange.getResponseBody().flush();
        exchange.close();
    }

    private static void text(HttpExchange exchange, String text) throws IOException {
        var body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
