/**
 * What customers may see and do in the portal: a list of switches, each with its default, and a
 * tree of where they are set: organisation, plan, customer; the nearest wins.
 *
 * <p>Ask {@link dev.quittance.preferences.Switches}. Plans and customers are ids here; whoever
 * keeps them says by {@link dev.quittance.preferences.KnownThings} which there are. It tells no
 * events.
 */
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package dev.quittance.preferences;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
