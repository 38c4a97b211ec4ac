package dev.quittance.payments.stripe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer of the fake Stripe. */
record FakeAnswer(int status, Map<String, Object> body) {

    static FakeAnswer of(Map<String, Object> body) {
        return new FakeAnswer(200, body);
    }

    static FakeAnswer list(List<Map<String, Object>> all, Map<String, String> asked) {
        var after = asked.get("starting_after");
        var from =
                after == null
                        ? 0
                        : 1 + all.stream().map(one -> one.get("id")).toList().indexOf(after);
        var limit = Integer.parseInt(asked.getOrDefault("limit", "10"));
        var to = Math.min(all.size(), from + limit);
        return of(
                FakeObjects.of(
                        "object",
                        "list",
                        "url",
                        "/",
                        "has_more",
                        to < all.size(),
                        "data",
                        all.subList(from, to)));
    }

    /** A list tells where the next page of it is found. */
    FakeAnswer at(String path) {
        if ("list".equals(body.get("object"))) {
            body.put("url", path);
        }
        return this;
    }

    static FakeAnswer refused(
            int status, String type, @Nullable String code, @Nullable String param) {
        var error = new LinkedHashMap<String, Object>();
        error.put("type", type);
        error.put("code", code);
        error.put("param", param);
        error.put("message", "The fake refuses.");
        return new FakeAnswer(status, FakeObjects.of("error", error));
    }

    static FakeAnswer invalid(@Nullable String code, @Nullable String param) {
        return refused(400, "invalid_request_error", code, param);
    }

    static FakeAnswer missing(String param) {
        return refused(404, "invalid_request_error", "resource_missing", param);
    }
}
