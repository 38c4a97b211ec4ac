package dev.quittance.platform;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One fact before and after a change.
 *
 * @param fact its name, {@code address.city}
 */
public record FactChange(String fact, @Nullable String before, @Nullable String after) {

    /** The facts in which two states differ, by name. */
    static List<FactChange> between(@Nullable JsonNode before, @Nullable JsonNode after) {
        var old = facts(before);
        var now = facts(after);
        var names = new TreeSet<>(old.keySet());
        names.addAll(now.keySet());
        return names.stream()
                .map(name -> new FactChange(name, old.get(name), now.get(name)))
                .filter(change -> !Objects.equals(change.before, change.after))
                .toList();
    }

    private static Map<String, String> facts(@Nullable JsonNode state) {
        var facts = new TreeMap<String, String>();
        if (state != null) {
            collect("", state, facts);
        }
        return facts;
    }

    private static void collect(String name, JsonNode node, Map<String, String> facts) {
        if (node.isObject()) {
            node.forEachEntry(
                    (key, child) -> collect(name.isEmpty() ? key : name + "." + key, child, facts));
        } else if (!node.isNull()) {
            facts.put(
                    name.isEmpty() ? "value" : name,
                    node.isContainer() ? node.toString() : node.asString());
        }
    }
}
