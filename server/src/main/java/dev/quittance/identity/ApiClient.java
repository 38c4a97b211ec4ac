package dev.quittance.identity;

import dev.quittance.platform.Permission;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A third party's program.
 *
 * @param clientId the OAuth2 {@code client_id}
 * @param actsForCustomerId the one customer it acts for; null for the merchant's own programs
 */
record ApiClient(
        UUID id,
        String clientId,
        String name,
        List<Permission> scopes,
        @Nullable UUID actsForCustomerId,
        boolean enabled,
        Instant createdAt,
        @Nullable Instant lastTokenAt) {

    ApiClient {
        scopes = List.copyOf(scopes);
    }
}
