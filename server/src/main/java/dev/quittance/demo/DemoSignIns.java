package dev.quittance.demo;

import dev.quittance.identity.StaffRole;
import java.util.List;
import java.util.Locale;

/** Who can sign in to the demo. Known to all, hence never in a live installation. */
interface DemoSignIns {
    String PASSWORD = "quittance-demo";

    /** Somebody who works for the demo's merchant. */
    record Clerk(String name, String email, StaffRole role) {}

    List<Clerk> STAFF =
            List.of(
                    new Clerk("Olga Owner", "owner@quittance.example", StaffRole.OWNER),
                    new Clerk("Bill Billing", "billing@quittance.example", StaffRole.BILLING),
                    new Clerk("Sue Support", "support@quittance.example", StaffRole.SUPPORT));

    /** The sign-ins as the log tells them. */
    static String told() {
        var told = new StringBuilder("Demo sign-ins, all with the password %s".formatted(PASSWORD));
        STAFF.forEach(
                clerk ->
                        told.append(
                                "%n  Console   %-28s %s"
                                        .formatted(
                                                clerk.email(),
                                                clerk.role().name().toLowerCase(Locale.ROOT))));
        DemoCustomers.ALL.forEach(
                customer ->
                        customer.people()
                                .forEach(
                                        person ->
                                                told.append(
                                                        "%n  Portal    %-28s %s"
                                                                .formatted(
                                                                        person.email(),
                                                                        customer.name()))));
        return told.toString();
    }
}
