package dev.quittance.payments.stripe;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Stripe of our own over HTTP, with a memory, that behaves as Stripe's documentation says, as far
 * as we use it. What goes wrong on the way to it and back is said with {@link #faults}.
 */
public final class FakeStripe implements AutoCloseable {
    public static final String SECRET_KEY = "sk_test_fake";
    public static final String WEBHOOK_SECRET = "whsec_fake";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final FakeStripe ONLY = new FakeStripe();

    private final HttpServer server;
    private final FakeMemory memory = new FakeMemory();
    private final FakeKeys keys = new FakeKeys();
    private final FakeFaults faults = new FakeFaults();
    private final FakeIntents intents;
    private final FakeSetups setups;
    private final FakeMoneyBack back = new FakeMoneyBack(memory);
    private final FakePayouts payouts = new FakePayouts(memory);

    public FakeStripe() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        intents = new FakeIntents(memory, url());
        setups = new FakeSetups(memory, url());
        server.createContext("/", this::serve);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** The one of this JVM's tests of the whole application. */
    public static FakeStripe only() {
        return ONLY;
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** What goes wrong from now on. */
    public FakeFaults faults() {
        return faults;
    }

    /** The keys under which anything was made, each with how often it was. */
    public FakeKeys keys() {
        return keys;
    }

    /** Looks into the memory, or does what people and banks do. */
    <T> T memory(Function<FakeMemory, T> look) {
        synchronized (memory) {
            return look.apply(memory);
        }
    }

    /** A card as the browser's fields hand it over. */
    public String card(FakeCard card) {
        return memory(seen -> String.valueOf(seen.method(card).get("id")));
    }

    /** What was told by webhooks so far. */
    public List<FakeEvent> events() {
        return memory(seen -> List.copyOf(seen.events));
    }

    /** Begins anew. */
    public void forget() {
        memory(
                seen -> {
                    seen.forget();
                    keys.forget();
                    return seen;
                });
        faults.none();
    }

    /** The payer's answer at the bank, for the page that was shown. */
    public void decide(String page, boolean confirmed) {
        var id = page.substring(page.lastIndexOf('/') + 1);
        memory(
                _ -> {
                    if (id.startsWith("seti_")) {
                        setups.decide(id, confirmed);
                    } else {
                        intents.decide(id, confirmed);
                    }
                    return id;
                });
    }

    /** The money of a bank debit, or of a refund, arrives. */
    public void settle(String id) {
        memory(
                _ -> {
                    if (id.startsWith("re_")) {
                        back.settleRefund(id);
                    } else {
                        intents.settle(id);
                    }
                    return id;
                });
    }

    /** Somebody refunds a part of a charge in Stripe's dashboard; the refund's id. */
    public String refundElsewhere(String intent, long amount, String reason) {
        return memory(
                seen -> {
                    back.refund(
                            Map.of(
                                    "payment_intent",
                                    intent,
                                    "amount",
                                    String.valueOf(amount),
                                    "reason",
                                    reason));
                    return String.valueOf(seen.refunds.newestFirst().getFirst().get("id"));
                });
    }

    /** The payer disputes a charge. */
    public String dispute(String intent) {
        return memory(_ -> back.dispute(intent));
    }

    /** The payer's bank decides. */
    public void decideDispute(String id, boolean won) {
        memory(_ -> back.decide(id, won));
    }

    /** What came in of a currency is sent to the bank. */
    public String payOut(String currency) {
        return memory(_ -> payouts.send(currency));
    }

    /** What was taken of a customer's charges in all, by the keys of the charges that succeeded. */
    public Map<String, Long> taken() {
        return memory(
                seen ->
                        seen.intents.with("status", "succeeded").stream()
                                .collect(
                                        Collectors.toMap(
                                                FakeStripe::key,
                                                one -> FakeMemory.number(one, "amount_received"),
                                                Long::sum)));
    }

    /** How many intents were made under each key. */
    public Map<String, Long> made() {
        return memory(
                seen ->
                        seen.intents.newestFirst().stream()
                                .collect(
                                        Collectors.groupingBy(
                                                FakeStripe::key, Collectors.counting())));
    }

    /** What a server is to be told to charge here. */
    public Map<String, String> settings() {
        return Map.of(
                "QUITTANCE_STRIPE_SECRETKEY",
                SECRET_KEY,
                "QUITTANCE_STRIPE_PUBLISHABLEKEY",
                "pk_test_fake",
                "QUITTANCE_STRIPE_WEBHOOKSECRET",
                WEBHOOK_SECRET,
                "QUITTANCE_STRIPE_APIURL",
                url());
    }

    private static String key(Map<String, Object> intent) {
        return intent.get("metadata") instanceof Map<?, ?> metadata
                ? String.valueOf(metadata.get("quittance_key"))
                : "";
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var query = exchange.getRequestURI().getRawQuery();
        var asked = form(sent.isEmpty() ? query == null ? "" : query : sent);
        var key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        var allowed = exchange.getRequestHeaders().getFirst("Authorization");
        if (!("Bearer " + SECRET_KEY).equals(allowed)) {
            write(exchange, FakeAnswer.refused(401, "invalid_request_error", null, null));
            return;
        }
        var request = exchange.getRequestMethod() + " " + path;
        faults.serve(
                exchange,
                request,
                () -> {
                    synchronized (memory) {
                        return keys.once(
                                key, request, asked, () -> answer(request, asked).at(path));
                    }
                });
    }

    private FakeAnswer answer(String request, Map<String, String> asked) {
        var words = request.replace("/v1/", "").split("[ /]");
        var id = words.length > 2 ? words[2] : "";
        var route = words[0] + " " + words[1] + (words.length > 3 ? " " + words[3] : "");
        return switch (route) {
            case "POST customers" ->
                    FakeAnswer.of(memory.customers.add("metadata", nested(asked, "metadata")));
            case "GET payment_methods" -> setups.method(id);
            case "POST payment_methods detach" -> setups.detach(id);
            case "POST payment_intents" -> intents.create(asked);
            case "GET payment_intents" ->
                    id.isEmpty() ? intents.list(asked) : intents.retrieve(id, asked);
            case "POST payment_intents confirm" -> intents.confirm(id, asked);
            case "POST payment_intents cancel" -> intents.cancel(id);
            case "POST setup_intents" -> setups.create(asked);
            case "GET setup_intents" -> setups.retrieve(id);
            case "POST refunds" -> back.refund(asked);
            case "GET refunds" -> id.isEmpty() ? back.refunds(asked) : back.retrieveRefund(id);
            case "GET disputes" -> id.isEmpty() ? back.disputes(asked) : back.retrieveDispute(id);
            case "POST disputes" -> back.answer(id, asked);
            case "POST disputes close" -> back.close(id);
            case "GET payouts" -> payouts.list(asked);
            case "GET balance_transactions" -> payouts.booked(asked);
            default -> FakeAnswer.refused(404, "invalid_request_error", null, null);
        };
    }

    static void write(HttpExchange exchange, FakeAnswer answer) throws IOException {
        var body = JSON.writeValueAsBytes(answer.body());
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Request-Id", "req_fake");
        exchange.sendResponseHeaders(answer.status(), body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    /** The fields of {@code name[…]}. */
    static Map<String, String> nested(Map<String, String> asked, String name) {
        var fields = new TreeMap<String, String>();
        asked.forEach(
                (field, value) -> {
                    if (field.startsWith(name + "[")) {
                        fields.put(field.substring(name.length() + 1, field.length() - 1), value);
                    }
                });
        return fields;
    }

    private static Map<String, String> form(String text) {
        var fields = new TreeMap<String, String>();
        Arrays.stream(text.split("&"))
                .filter(field -> field.contains("="))
                .map(field -> field.split("=", 2))
                .forEach(field -> fields.put(decoded(field[0]), decoded(field[1])));
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    URI uri() {
        return URI.create(url());
    }

    List<String> requests() {
        return new ArrayList<>(faults.requests());
    }
}
