package dev.quittance.crashes;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import tools.jackson.databind.JsonNode;

/**
 * Acts at one server, or at several in turn. Whoever got no answer asks the next one, with the same
 * key.
 */
final class Counter {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final List<Clerk> clerks;
    private final Queue<String> repeated = new ConcurrentLinkedQueue<>();
    private final Queue<String> failed = new ConcurrentLinkedQueue<>();

    Counter(List<Clerk> clerks) {
        this.clerks = clerks;
    }

    /** How often an answer did not come and was asked for again. */
    int repeats() {
        return repeated.size();
    }

    /** What servers answered that should not have failed. */
    List<String> failures() {
        return List.copyOf(failed);
    }

    UUID customer(String name) {
        var made =
                act(
                        0,
                        "createCustomer",
                        "... on CustomerCreated { customer { id } }",
                        Map.of("name", name, "currency", "USD"));
        return UUID.fromString(made.at("/customer/id").asString());
    }

    /** An invoice by hand, and what puts it right: a credit note over a part, or a cancellation. */
    void twoDocuments(int number, UUID customer) {
        var line = Map.of("description", "Work", "quantity", "3", "unitPrice", "10.03");
        var entry = Map.of("customerId", customer, "currency", "USD", "lines", List.of(line));
        var draft =
                keyed(
                        number,
                        "createInvoiceDraft",
                        "... on InvoiceDraftSaved { draft { id version } }",
                        Map.of("entry", entry));
        var posted =
                keyed(
                        number + 1,
                        "postInvoiceDraft",
                        "... on InvoiceDraftPosted { invoice { id number lines { id } } }",
                        Map.of("id", draft.at("/draft/id"), "version", draft.at("/draft/version")));
        var invoice = posted.at("/invoice/id");
        if (number % 2 == 0) {
            var part = Map.of("lineId", posted.at("/invoice/lines/0/id"), "quantity", "1");
            keyed(
                    number,
                    "creditInvoice",
                    "... on InvoiceCredited { creditNote { number } }",
                    Map.of("invoiceId", invoice, "lines", List.of(part), "reason", "Too much"));
        } else {
            keyed(
                    number,
                    "cancelInvoice",
                    "... on InvoiceCancelled { cancellation { number } }",
                    Map.of("invoiceId", invoice, "reason", "Billed in error"));
        }
    }

    /**
     * The answer to a mutation that is sent with one key until there is one, to the server {@code
     * first} first.
     */
    JsonNode keyed(int first, String mutation, String success, Map<String, ?> input) {
        var all = new HashMap<String, Object>(input);
        all.put("idempotencyKey", UUID.randomUUID().toString());
        return act(first, mutation, success, all);
    }

    /** The answer to a mutation that is sent until there is one. */
    JsonNode act(int first, String mutation, String success, Map<String, ?> input) {
        var document =
                "mutation($i: %s%sInput!) { %s(input: $i) { __typename %s ... on Problem { message } } }"
                        .formatted(
                                Character.toUpperCase(mutation.charAt(0)),
                                mutation.substring(1),
                                mutation,
                                success);
        var answer = repeat(first, document, Map.of("i", input)).path(mutation);
        if (!success.contains(" " + answer.path("__typename").asString() + " ")) {
            failed.add(mutation + ": " + answer);
        }
        return answer;
    }

    JsonNode repeat(int first, String document, Map<String, ?> variables) {
        var giveUp = Instant.now().plus(PATIENCE);
        for (var n = first; ; n++) {
            try {
                return clerks.get(n % clerks.size()).ask(document, variables);
            } catch (UncheckedIOException noAnswer) {
                repeated.add(String.valueOf(noAnswer.getMessage()));
            } catch (IllegalStateException answered) {
                failed.add(String.valueOf(answered.getMessage()));
            }
            if (Instant.now().isAfter(giveUp)) {
                throw new IllegalStateException("No server answers: " + failures());
            }
            ServerProcess.pause(20);
        }
    }
}
