package dev.quittance.identity;

import static java.util.Objects.requireNonNull;

import dev.quittance.identity.ApiClientRepository.Credentials;
import dev.quittance.platform.Caller;
import dev.quittance.platform.Permission;
import dev.quittance.platform.Settings;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Gives access tokens to API clients, and knows the clients by them. */
@Service
class ApiClientTokens {
    private record Verified(String token, Caller caller, Instant expires) {
        boolean open() {
            return Instant.now().isBefore(expires);
        }
    }

    private final ApiClientRepository clients;
    private final SigningKeys keys;
    private final ReactiveJwtDecoder decoder;
    private final String issuer;
    private final String audience;
    private final Remembered<String, Verified> verified;
    private final Remembered<UUID, Verified> byId;

    ApiClientTokens(
            ApiClientRepository clients,
            SigningKeys keys,
            Settings settings,
            IdentitySettings identity) {
        this.clients = clients;
        this.keys = keys;
        this.issuer = settings.publicUrl().toString().replaceAll("/+$", "");
        this.audience = issuer + "/graphql";
        this.decoder = TokenVerification.decoder(keys, issuer, audience);
        this.verified = new Remembered<>(identity.identity().cachedFor());
        this.byId = new Remembered<>(identity.identity().cachedFor());
    }

    String issuer() {
        return issuer;
    }

    Mono<String> issue(ApiClient client, Collection<Permission> scopes) {
        return keys.signing()
                .map(key -> AccessToken.sign(key, issuer, audience, client.clientId(), scopes))
                .delayUntil(_ -> clients.noteToken(client.id()));
    }

    /** The client that shows this token; fails when it is no token of ours, or no longer. */
    Mono<Caller> caller(String token) {
        return verified.get(token, Verified::open, this::verify)
                .switchIfEmpty(Mono.error(() -> new BadJwtException("The token has ended.")))
                .map(Verified::caller);
    }

    /** Forgets the tokens of one client; of all without an id. */
    void forget(@Nullable UUID client) {
        verified.forgetIf(known -> client == null || client.equals(known.caller().id()));
    }

    private Mono<Verified> verify(String token) {
        return decoder.decode(token)
                .flatMap(
                        jwt ->
                                clients.find(requireNonNull(jwt.getSubject()))
                                        .filter(found -> accepts(found, jwt))
                                        .map(found -> verified(token, found.client(), jwt)));
    }

    /** A client that is disabled, or whose secret was changed since, has to ask for another. */
    private static boolean accepts(Credentials found, Jwt jwt) {
        var since = found.secretSetAt().truncatedTo(ChronoUnit.SECONDS);
        return found.client().enabled() && !requireNonNull(jwt.getIssuedAt()).isBefore(since);
    }

    private static Verified verified(String token, ApiClient client, Jwt jwt) {
        var permissions = EnumSet.of(Permission.SIGNED_IN);
        permissions.addAll(client.scopes());
        permissions.retainAll(granted(jwt.getClaimAsString(AccessToken.SCOPE)));
        permissions.add(Permission.SIGNED_IN);
        var caller =
                new Caller(
                        Caller.Kind.CLIENT,
                        client.id(),
                        client.name(),
                        permissions,
                        client.actsForCustomerId(),
                        TokenVerification.uuid(jwt.getId()));
        return new Verified(token, caller, requireNonNull(jwt.getExpiresAt()));
    }

    private static Set<Permission> granted(@Nullable String scope) {
        var granted = EnumSet.noneOf(Permission.class);
        for (var name : scope == null ? new String[0] : scope.split(" ")) {
            Scopes.named(name).ifPresent(granted::add);
        }
        return granted;
    }
}
