package dev.quittance.customers;

import dev.quittance.identity.PersonStatus;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person of a customer.
 *
 * @param login with which the person signs in to the portal; null before the invitation
 * @param status whether the person can sign in to the portal
 */
public record Contact(
        UUID id,
        UUID customer,
        String name,
        @Nullable String email,
        @Nullable String phone,
        ContactRole role,
        @Nullable UUID login,
        PersonStatus status) {

    Contact with(UUID newLogin) {
        return new Contact(id, customer, name, email, phone, role, newLogin, status);
    }
}
