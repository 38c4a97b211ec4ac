package dev.quittance.preferences;

import java.util.UUID;

/**
 * What somebody has set a switch to.
 *
 * @param of the organisation, plan or customer for which it is set
 */
record Preference(UUID of, PreferenceLevel level, PortalSwitch name, SwitchValue value) {}
