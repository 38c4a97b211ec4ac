package dev.quittance.customers;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person of a customer.
 *
 * @param login with which the person signs in to the portal; null before the invitation
 */
public record Contact(
        UUID id,
        UUID customer,
        String name,
        @Nullable String email,
        @Nullable String phone,
        ContactRole role,
        @Nullable UUID login) {

    Contact as(ContactRole other) {
        return new Contact(id, customer, name, email, phone, other, login);
    }

    Contact with(UUID newLogin) {
        return new Contact(id, customer, name, email, phone, role, newLogin);
    }
}
