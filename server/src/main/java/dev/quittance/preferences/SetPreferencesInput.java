package dev.quittance.preferences;

import dev.quittance.platform.Faults;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is to be set at one place of the tree. What is not named stays. */
record SetPreferencesInput(
        @Nullable UUID customerId, @Nullable UUID planId, List<PreferenceInput> preferences) {
    private static final int MOST = 100;

    SetPreferencesInput {
        preferences = List.copyOf(preferences);
    }

    /** What one switch is set to; inherited where no part is given. */
    record PreferenceInput(
            PortalSwitch name,
            @Nullable Boolean flag,
            @Nullable Integer number,
            @Nullable String choice,
            @Nullable List<UUID> planIds) {

        @Nullable SwitchValue value() {
            return flag == null && number == null && choice == null && planIds == null
                    ? null
                    : new SwitchValue(flag, number, choice, planIds);
        }
    }

    PreferencePlace place() {
        return new PreferencePlace(customerId, planId);
    }

    /** Where each named plan stands, by the plan. */
    Map<UUID, String> planPaths() {
        var paths = new LinkedHashMap<UUID, String>();
        for (var i = 0; i < preferences.size(); i++) {
            var plans = preferences.get(i).planIds();
            for (var j = 0; plans != null && j < plans.size(); j++) {
                paths.putIfAbsent(plans.get(j), "preferences[%d].planIds[%d]".formatted(i, j));
            }
        }
        return paths;
    }

    /** The values by switch, null for those to be inherited; faults are noted. */
    Map<PortalSwitch, @Nullable SwitchValue> checked(Faults faults) {
        faults.check(
                customerId == null || planId == null,
                "planId",
                "must be left out where a customer is named: it is set for the one or the other");
        faults.check(
                !preferences.isEmpty() && preferences.size() <= MOST,
                "preferences",
                "must name at least one switch and at most 100");
        var values = new LinkedHashMap<PortalSwitch, @Nullable SwitchValue>();
        for (var i = 0; i < Math.min(preferences.size(), MOST); i++) {
            var path = "preferences[%d]".formatted(i);
            var given = preferences.get(i);
            var value = given.value();
            faults.check(
                    !values.containsKey(given.name()), path + ".name", "must not be named twice");
            faults.check(
                    place().takes(given.name()),
                    path + ".name",
                    "can't be set for a plan; set it for the organisation or a customer");
            if (value != null) {
                given.name().domain().check(value, path, faults);
            }
            values.put(given.name(), value);
        }
        return values;
    }
}
