package dev.quittance.identity;

import dev.quittance.platform.Caller;
import dev.quittance.platform.Forbidden;
import dev.quittance.platform.Permission;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** Who may give what to whom: nobody gives away, or governs, more than they hold themselves. */
final class Grants {
    /** What follows from who somebody is, and is therefore never given. */
    static final Set<Permission> INNATE =
            Set.copyOf(
                    EnumSet.of(
                            Permission.EVERYONE,
                            Permission.SIGNED_IN,
                            Permission.STAFF,
                            Permission.CONTACT,
                            Permission.CONTACT_BILLING,
                            Permission.CONTACT_PRIMARY));

    private Grants() {}

    /** Whether the caller holds all of {@code permissions}, as far as they are ever given. */
    static boolean covers(Caller caller, Collection<Permission> permissions) {
        return permissions.stream().allMatch(p -> INNATE.contains(p) || caller.may(p));
    }

    /** Refuses a caller who holds less than what they want to give, change or take away. */
    static void mustCover(Caller caller, Collection<Permission> permissions) {
        if (!covers(caller, permissions)) {
            throw new Forbidden("Nobody manages somebody who may do more than themselves.");
        }
    }
}
