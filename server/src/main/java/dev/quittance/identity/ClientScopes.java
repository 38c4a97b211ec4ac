package dev.quittance.identity;

import dev.quittance.platform.Caller;
import dev.quittance.platform.Faults;
import dev.quittance.platform.Permission;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Which scopes an API client may be given. */
final class ClientScopes {
    private static final Set<Permission> OF_CONTACTS =
            Set.of(Permission.CONTACT, Permission.CONTACT_BILLING);

    private ClientScopes() {}

    /** The scopes in order, each once; notes as faults what makes no sense for such a client. */
    static List<Permission> check(
            Faults faults, List<Permission> wanted, boolean forCustomer, Caller caller) {
        faults.check(!wanted.isEmpty(), "scopes", "must have at least one");
        for (int i = 0; i < wanted.size(); i++) {
            var scope = wanted.get(i);
            var path = "scopes[%d]".formatted(i);
            if (forCustomer) {
                faults.check(
                        OF_CONTACTS.contains(scope),
                        path,
                        "a client that acts for a customer has CONTACT and CONTACT_BILLING only");
            } else if (faults.check(
                    !Grants.INNATE.contains(scope), path, "%s can't be given".formatted(scope))) {
                faults.check(caller.may(scope), path, "can't be given by who does not hold it");
            }
        }
        return sorted(wanted, forCustomer);
    }

    private static List<Permission> sorted(List<Permission> wanted, boolean forCustomer) {
        var scopes = EnumSet.noneOf(Permission.class);
        scopes.addAll(wanted);
        if (forCustomer) {
            scopes.add(Permission.CONTACT);
        }
        return List.copyOf(scopes);
    }
}
