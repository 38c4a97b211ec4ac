package dev.quittance.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person's sign-in to one of the two applications. Staff and contacts of the same address have
 * nothing to do with each other.
 *
 * @param email in lower case
 * @param role for staff only
 */
public record Login(
        UUID id,
        App app,
        String email,
        String name,
        @Nullable StaffRole role,
        PersonStatus status,
        @Nullable Instant lastSignInAt) {}
