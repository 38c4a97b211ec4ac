package dev.quittance.identity;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person who works for the merchant. */
public record StaffUser(
        UUID id,
        String name,
        String email,
        StaffRole role,
        PersonStatus status,
        @Nullable Instant lastSignInAt) {

    static StaffUser of(Login login) {
        return new StaffUser(
                login.id(),
                login.name(),
                login.email(),
                requireNonNull(login.role()),
                login.status(),
                login.lastSignInAt());
    }
}
