package dev.quittance.payments.stripe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** All objects of one kind at the fake Stripe, in the order in which they were made. */
final class FakeObjects {
    private static final AtomicLong NUMBERS = new AtomicLong(System.currentTimeMillis() * 1000);

    private final String prefix;
    private final String kind;
    private final Map<String, Map<String, Object>> all = new LinkedHashMap<>();

    FakeObjects(String prefix, String kind) {
        this.prefix = prefix;
        this.kind = kind;
    }

    static Map<String, Object> of(Object... namesAndValues) {
        var object = new LinkedHashMap<String, Object>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }

    /** Makes one with an id, a kind and a time; a null value is a field without one. */
    Map<String, Object> add(@Nullable Object... namesAndValues) {
        var object = new LinkedHashMap<String, Object>();
        object.put("id", prefix + Long.toString(NUMBERS.incrementAndGet(), 36));
        object.put("object", kind);
        object.put("created", System.currentTimeMillis() / 1000);
        object.put("livemode", false);
        for (var i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        all.put((String) object.get("id"), object);
        return object;
    }

    void clear() {
        all.clear();
    }

    @Nullable Map<String, Object> get(@Nullable String id) {
        return id == null ? null : all.get(id);
    }

    /** Those whose field has this value, newest first. */
    List<Map<String, Object>> with(String field, @Nullable String value) {
        return newestFirst().stream()
                .filter(one -> value == null || value.equals(one.get(field)))
                .toList();
    }

    List<Map<String, Object>> newestFirst() {
        return new ArrayList<>(all.values()).reversed();
    }
}
