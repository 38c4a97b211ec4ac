package dev.quittance.identity;

import static dev.quittance.platform.Permission.*;

import dev.quittance.platform.Permission;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/** The roles of staff. Each is a set of permissions. */
public enum StaffRole {
    /** Everything, other owners included. */
    OWNER(permission -> true),
    /** Everything but owners. */
    ADMIN(permission -> permission != OWNERS_MANAGE),
    /** Customers, subscriptions, invoices, payments, bill runs. */
    BILLING(
            EnumSet.of(
                            CUSTOMER_READ,
                            CUSTOMER_WRITE,
                            CATALOG_READ,
                            SUBSCRIPTION_READ,
                            SUBSCRIPTION_WRITE,
                            INVOICE_READ,
                            INVOICE_WRITE,
                            PAYMENT_READ,
                            PAYMENT_WRITE,
                            BILLING_READ,
                            BILLING_RUN,
                            IMPORT,
                            SETTINGS_READ,
                            MAIL_READ,
                            REPORT_READ)
                    ::contains),
    /** Reads customers and their papers. */
    SUPPORT(
            EnumSet.of(
                            CUSTOMER_READ,
                            CATALOG_READ,
                            SUBSCRIPTION_READ,
                            INVOICE_READ,
                            PAYMENT_READ,
                            MAIL_READ)
                    ::contains),
    /** Reads everything, changes nothing. */
    READ_ONLY(permission -> permission.name().endsWith("_READ"));

    private final Set<Permission> given;

    StaffRole(Predicate<Permission> includes) {
        given = EnumSet.noneOf(Permission.class);
        Arrays.stream(Permission.values())
                .filter(permission -> !Grants.INNATE.contains(permission))
                .filter(includes)
                .forEach(given::add);
    }

    /** What the role gives, beyond being staff. */
    Set<Permission> given() {
        return Set.copyOf(given);
    }

    /** All that a person of this role may. */
    public Set<Permission> permissions() {
        var all = EnumSet.of(SIGNED_IN, STAFF);
        all.addAll(given);
        return Set.copyOf(all);
    }
}
