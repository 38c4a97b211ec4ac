package dev.quittance.preferences;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a switch stands for somebody.
 *
 * @param on whether it lets something be done
 * @param number null of other kinds
 * @param choice null of other kinds
 * @param planIds null of other kinds
 */
public record PortalSwitchState(
        PortalSwitch name,
        boolean on,
        @Nullable Integer number,
        @Nullable String choice,
        @Nullable List<UUID> planIds) {

    static PortalSwitchState of(PortalSwitch name, boolean on, SwitchValue value) {
        return new PortalSwitchState(name, on, value.number(), value.choice(), value.planIds());
    }
}
