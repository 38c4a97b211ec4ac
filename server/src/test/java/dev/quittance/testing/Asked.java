package dev.quittance.testing;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One act in two wordings: what it is asked with, and what another input would be.
 *
 * @param contactOf the customer whose contact asks; staff where there is none
 */
public record Asked(
        Map<String, Object> input, Map<String, Object> other, @Nullable UUID contactOf) {

    /** The other one differs in one part. */
    public static Asked changed(Map<String, ?> input, String part, Object value) {
        var other = new HashMap<String, Object>(input);
        other.put(part, value);
        return new Asked(new HashMap<>(input), other, null);
    }

    /** The same, asked by a contact. */
    public Asked by(UUID customer) {
        return new Asked(input, other, customer);
    }

    /** The other one gives another reason. */
    public static Asked reasoned(Map<String, ?> input) {
        var all = new HashMap<String, Object>(input);
        all.put("reason", "One");
        return changed(all, "reason", "Another");
    }
}
