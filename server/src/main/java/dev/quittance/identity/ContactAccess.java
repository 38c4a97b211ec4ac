package dev.quittance.identity;

import dev.quittance.platform.Permission;
import java.util.Set;

/** What a contact may do in the portal for one customer. */
public enum ContactAccess {
    /** Reads, pays, changes, forwards. */
    PRIMARY,
    /** Reads, pays and changes. */
    BILLING,
    /** Reads. */
    VIEWER;

    /** All that a contact of this role may, with their own customer. */
    public Set<Permission> permissions() {
        return switch (this) {
            case VIEWER -> Set.of(Permission.SIGNED_IN, Permission.CONTACT);
            case BILLING ->
                    Set.of(Permission.SIGNED_IN, Permission.CONTACT, Permission.CONTACT_BILLING);
            case PRIMARY ->
                    Set.of(
                            Permission.SIGNED_IN,
                            Permission.CONTACT,
                            Permission.CONTACT_BILLING,
                            Permission.CONTACT_PRIMARY);
        };
    }
}
