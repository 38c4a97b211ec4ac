package dev.quittance.preferences;

import dev.quittance.platform.Problem;

/** The merchant does not let customers do this by themselves. */
public record SwitchedOff(PortalSwitch portalSwitch) implements Problem {

    @Override
    public String message() {
        return "%s is switched off here. Ask us, and we do it for you."
                .formatted(portalSwitch.doing());
    }
}
