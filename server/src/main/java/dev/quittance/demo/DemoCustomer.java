package dev.quittance.demo;

import dev.quittance.customers.ContactRole;
import dev.quittance.customers.PaymentKind;
import dev.quittance.organization.Address;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer of the demo.
 *
 * @param plan by its name
 * @param addons by name, each once per mention
 * @param monthsLater after the demo's beginning
 * @param monthsBehind how many months ago the last payment was
 */
record DemoCustomer(
        String externalId,
        String name,
        @Nullable String email,
        Address address,
        @Nullable String taxId,
        PaymentKind paymentKind,
        String currency,
        String plan,
        List<String> addons,
        int monthsLater,
        int startDay,
        Habit habit,
        int payDay,
        int monthsBehind,
        List<Person> people) {

    /** How a customer pays, if at all. */
    enum Habit {
        PAYS_BY_CARD,
        PAYS_BY_TRANSFER,
        NEVER_PAYS
    }

    /** Somebody of the customer who can sign in to the portal. */
    record Person(String name, String email, ContactRole role) {}
}
