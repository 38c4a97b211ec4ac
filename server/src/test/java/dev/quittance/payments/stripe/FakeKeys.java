package dev.quittance.payments.stripe;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The idempotency keys that the fake Stripe has seen, each with its request and its answer. */
public final class FakeKeys {
    private record Seen(String request, Map<String, String> asked, FakeAnswer answer) {}

    private final Map<String, Seen> seen = new LinkedHashMap<>();

    /** Does a request once, and answers the same whenever it comes again. */
    FakeAnswer once(
            @Nullable String key,
            String request,
            Map<String, String> asked,
            Supplier<FakeAnswer> work) {
        if (key == null || request.startsWith("GET ")) {
            return work.get();
        }
        var before = seen.get(key);
        if (before == null) {
            var answer = work.get();
            // What fails its validation is not kept.
            if (answer.status() != 400 && answer.status() != 404) {
                seen.put(key, new Seen(request, asked, answer));
            }
            return answer;
        }
        return before.request().equals(request) && before.asked().equals(asked)
                ? before.answer()
                : FakeAnswer.refused(400, "idempotency_error", null, null);
    }

    /** As after a day. */
    public void forget() {
        seen.clear();
    }
}
