package dev.quittance.preferences;

import static java.util.Objects.requireNonNull;

import dev.quittance.platform.Refused;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How every switch stands for a customer, or for a customer's subscriptions of a plan. */
public final class PortalSwitches {
    private final Map<PortalSwitch, SwitchValue> values;

    PortalSwitches(Map<PortalSwitch, SwitchValue> values) {
        this.values = Map.copyOf(values);
    }

    /** As delivered. */
    public static PortalSwitches standard() {
        return new PreferenceTree(List.of()).switches();
    }

    /**
     * Whether a switch lets something be done: it is on, where it is one of on and off, and so is
     * the one above it.
     */
    public boolean on(PortalSwitch one) {
        var under = one.under();
        return !Boolean.FALSE.equals(value(one).flag()) && (under == null || on(under));
    }

    /** Refuses as {@link SwitchedOff} unless the switch is on. */
    public void require(PortalSwitch one) {
        if (!on(one)) {
            throw new Refused(new SwitchedOff(one));
        }
    }

    public int number(PortalSwitch one) {
        return requireNonNull(value(one).number(), one.name());
    }

    public <E extends Enum<E>> E choice(PortalSwitch one, Class<E> choices) {
        return Enum.valueOf(choices, requireNonNull(value(one).choice(), one.name()));
    }

    public List<UUID> plans(PortalSwitch one) {
        return requireNonNull(value(one).planIds(), one.name());
    }

    SwitchValue value(PortalSwitch one) {
        return requireNonNull(values.get(one), one.name());
    }

    /** Each switch as a customer is told of it: off where one above it is. */
    public List<PortalSwitchState> states() {
        return values.keySet().stream()
                .sorted()
                .map(one -> PortalSwitchState.of(one, on(one), value(one)))
                .toList();
    }
}
