package dev.quittance.preferences;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every switch at one place of the tree. */
record PortalPreferences(
        @Nullable UUID customerId, @Nullable UUID planId, List<PortalPreference> switches) {

    PortalPreferences {
        switches = List.copyOf(switches);
    }

    static PortalPreferences of(PreferencePlace place, PreferenceTree tree) {
        return new PortalPreferences(
                place.customer(),
                place.plan(),
                Arrays.stream(PortalSwitch.values())
                        .filter(place::takes)
                        .map(one -> PortalPreference.of(one, place.level(), tree))
                        .toList());
    }

    PreferencePlace place() {
        return new PreferencePlace(customerId, planId);
    }

    /**
     * One switch there.
     *
     * @param value what holds
     * @param from where that is set
     * @param own what is set just here; null where it is inherited
     * @param inherited what holds once nothing is set here
     * @param inheritedFrom where that is set
     */
    record PortalPreference(
            SwitchDefinition definition,
            SwitchValue value,
            PreferenceLevel from,
            @Nullable SwitchValue own,
            SwitchValue inherited,
            PreferenceLevel inheritedFrom) {

        static PortalPreference of(PortalSwitch one, PreferenceLevel here, PreferenceTree tree) {
            var held = tree.held(one);
            var inherited = tree.inherited(one, here);
            return new PortalPreference(
                    SwitchDefinition.of(one),
                    held.value(),
                    held.from(),
                    tree.own(one, here),
                    inherited.value(),
                    inherited.from());
        }
    }
}
