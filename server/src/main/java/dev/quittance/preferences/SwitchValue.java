package dev.quittance.preferences;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a switch is set to. Just one part is there: the one of the switch's kind.
 *
 * @param planIds null of other kinds
 */
public record SwitchValue(
        @Nullable Boolean flag,
        @Nullable Integer number,
        @Nullable String choice,
        @Nullable List<UUID> planIds) {

    public SwitchValue {
        planIds = planIds == null ? null : List.copyOf(planIds);
    }

    static SwitchValue of(boolean flag) {
        return new SwitchValue(flag, null, null, null);
    }

    static SwitchValue of(int number) {
        return new SwitchValue(null, number, null, null);
    }

    static SwitchValue of(String choice) {
        return new SwitchValue(null, null, choice, null);
    }

    static SwitchValue of(List<UUID> plans) {
        return new SwitchValue(null, null, null, plans);
    }

    /** As it was kept; null where it is of another kind than {@code kind}. */
    static @Nullable SwitchValue read(SwitchKind kind, JsonNode kept) {
        return switch (kind) {
            case FLAG -> kept.isBoolean() ? of(kept.asBoolean()) : null;
            case NUMBER -> kept.isInt() ? of(kept.asInt()) : null;
            case CHOICE -> kept.isString() ? of(kept.asString()) : null;
            case PLANS ->
                    kept.isArray()
                            ? of(
                                    StreamSupport.stream(kept.spliterator(), false)
                                            .map(id -> UUID.fromString(id.asString()))
                                            .toList())
                            : null;
        };
    }

    /** The one part that is there. */
    Object only() {
        if (flag != null) {
            return flag;
        }
        if (number != null) {
            return number;
        }
        return choice != null ? choice : planIds == null ? List.of() : planIds;
    }

    /** As a history shows it. */
    String text() {
        return planIds == null
                ? String.valueOf(only())
                : planIds.stream().map(UUID::toString).collect(Collectors.joining(", "));
    }
}
