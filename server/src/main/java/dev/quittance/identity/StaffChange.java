package dev.quittance.identity;

import dev.quittance.platform.Problem;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What comes of changing a staff user. */
sealed interface StaffChange {

    /** As the person stands now. */
    record StaffUserUpdated(StaffUser staffUser) implements StaffChange {}

    /** There must be one owner who can sign in. */
    record LastOwner(String message) implements StaffChange, Problem {
        LastOwner() {
            this("There must be one owner who can sign in. Make somebody else an owner first.");
        }
    }

    /**
     * Decides whether nobody but {@code user} of the {@code owners} who can sign in would be left.
     *
     * @param role what the person is to be; null for nothing any more
     */
    static boolean leavesNoOwner(UUID user, @Nullable StaffRole role, Collection<UUID> owners) {
        return role != StaffRole.OWNER && Set.copyOf(owners).equals(Set.of(user));
    }
}
