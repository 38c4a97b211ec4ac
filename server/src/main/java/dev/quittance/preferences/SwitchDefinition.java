package dev.quittance.preferences;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A switch as the screen is built from it.
 *
 * @param inUse whether the portal has what it switches; the screen leaves others out
 * @param under the switch without which it means nothing
 * @param standard what holds where nobody has set it
 * @param least the smallest number; null of other kinds
 * @param most the largest number; null of other kinds
 * @param choices none of other kinds
 */
record SwitchDefinition(
        PortalSwitch name,
        SwitchGroup group,
        SwitchKind kind,
        String label,
        String hint,
        boolean inUse,
        @Nullable PortalSwitch under,
        SwitchValue standard,
        @Nullable Integer least,
        @Nullable Integer most,
        List<SwitchChoice> choices) {

    SwitchDefinition {
        choices = List.copyOf(choices);
    }

    static SwitchDefinition of(PortalSwitch one) {
        var domain = one.domain();
        return new SwitchDefinition(
                one,
                one.group(),
                domain.kind(),
                one.label(),
                one.hint(),
                one.inUse(),
                one.under(),
                domain.standard(),
                domain.least(),
                domain.most(),
                domain.choices());
    }
}
