package dev.quittance.preferences;

import static java.util.stream.Collectors.toMap;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All that is set on the way from the organisation to one place. */
final class PreferenceTree {
    private final Map<PortalSwitch, Map<PreferenceLevel, SwitchValue>> set =
            new EnumMap<>(PortalSwitch.class);

    PreferenceTree(Collection<Preference> preferences) {
        for (var one : preferences) {
            set.computeIfAbsent(one.name(), _ -> new EnumMap<>(PreferenceLevel.class))
                    .put(one.level(), one.value());
        }
    }

    /** A value and where it comes from. */
    record Held(SwitchValue value, PreferenceLevel from) {}

    /** What holds: the nearest of what is set, else the default. */
    Held held(PortalSwitch one) {
        return below(one, PreferenceLevel.values().length);
    }

    /** What would hold if nothing were set at {@code level} and nearer. */
    Held inherited(PortalSwitch one, PreferenceLevel level) {
        return below(one, level.ordinal());
    }

    /** What is set just there. */
    @Nullable SwitchValue own(PortalSwitch one, PreferenceLevel level) {
        return set.getOrDefault(one, Map.of()).get(level);
    }

    /** All that holds. */
    PortalSwitches switches() {
        return new PortalSwitches(
                Arrays.stream(PortalSwitch.values())
                        .collect(toMap(Function.identity(), one -> held(one).value())));
    }

    private Held below(PortalSwitch one, int ordinal) {
        var levels = PreferenceLevel.values();
        for (var i = ordinal - 1; i > 0; i--) {
            var value = own(one, levels[i]);
            // One that no longer fits, kept by another version, is as good as none.
            if (value != null && one.domain().fits(value)) {
                return new Held(value, levels[i]);
            }
        }
        return new Held(one.domain().standard(), PreferenceLevel.DEFAULT);
    }
}
