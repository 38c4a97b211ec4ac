package dev.quittance.identity;

import dev.quittance.identity.ApiClientChange.ApiClientCreated;
import dev.quittance.identity.ApiClientChange.ApiClientSecretRotated;
import dev.quittance.identity.ApiClientChange.ApiClientUpdated;
import dev.quittance.platform.Caller;
import dev.quittance.platform.Faults;
import dev.quittance.platform.History;
import dev.quittance.platform.HistoryEntry;
import dev.quittance.platform.Ids;
import dev.quittance.platform.InvalidInput;
import dev.quittance.platform.NotFound;
import dev.quittance.platform.Permission;
import dev.quittance.platform.Refused;
import dev.quittance.platform.Texts;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The programs of third parties that may query with OAuth2 client credentials. */
@Service
class ApiClients {
    /** Under which kind the history of API clients stands. */
    static final String KIND = "API_CLIENT";

    private static final int LONGEST_NAME = 100;

    private final ApiClientRepository repository;
    private final Sessions sessions;
    private final ApiClientTokens tokens;
    private final History history;
    private final ObjectProvider<KnownCustomers> customers;

    ApiClients(
            ApiClientRepository repository,
            Sessions sessions,
            ApiClientTokens tokens,
            History history,
            ObjectProvider<KnownCustomers> customers) {
        this.repository = repository;
        this.sessions = sessions;
        this.tokens = tokens;
        this.history = history;
        this.customers = customers;
    }

    Flux<ApiClient> all() {
        return repository.all();
    }

    @Transactional
    Mono<ApiClientCreated> create(
            Caller caller, String name, List<Permission> wanted, @Nullable UUID customer) {
        var faults = new Faults();
        var cleaned = Texts.name(faults, "name", name, LONGEST_NAME);
        var scopes = ClientScopes.check(faults, wanted, customer != null, caller);
        faults.orThrow();
        var id = Ids.next();
        var clientId = "qc-" + id;
        var secret = SecretToken.next();
        return mustBeKnown(customer)
                .then(
                        repository.add(
                                id, clientId, cleaned, SecretToken.hash(secret), scopes, customer))
                .then(repository.findForUpdate(id))
                .delayUntil(client -> note("created", null, client))
                .map(client -> new ApiClientCreated(client, secret));
    }

    @Transactional
    Mono<ApiClientSecretRotated> rotateSecret(Caller caller, UUID id) {
        var secret = SecretToken.next();
        return find(caller, id)
                .delayUntil(_ -> repository.setSecret(id, SecretToken.hash(secret)))
                .delayUntil(client -> note("given a new secret", client, client))
                .delayUntil(this::announce)
                .map(client -> new ApiClientSecretRotated(client, secret));
    }

    @Transactional
    Mono<ApiClientUpdated> setEnabled(Caller caller, UUID id, boolean enabled) {
        return find(caller, id)
                .flatMap(
                        before ->
                                before.enabled() == enabled
                                        ? Mono.just(before)
                                        : setEnabled(before, enabled))
                .map(ApiClientUpdated::new);
    }

    private Mono<ApiClient> setEnabled(ApiClient before, boolean enabled) {
        return repository
                .setEnabled(before.id(), enabled)
                .then(repository.findForUpdate(before.id()))
                .delayUntil(after -> note(enabled ? "enabled" : "disabled", before, after))
                .delayUntil(this::announce);
    }

    private Mono<ApiClient> find(Caller caller, UUID id) {
        return repository
                .findForUpdate(id)
                .switchIfEmpty(Mono.error(() -> new NotFound("API client")))
                .doOnNext(client -> Grants.mustCover(caller, client.scopes()));
    }

    private Mono<Void> announce(ApiClient client) {
        return AfterCommit.run(() -> tokens.forget(client.id()))
                .then(sessions.announce(client.id()));
    }

    private Mono<Void> mustBeKnown(@Nullable UUID customer) {
        var known = customers.getIfAvailable();
        if (customer == null || known == null) {
            return Mono.empty();
        }
        return known.knows(customer)
                .filter(found -> found)
                .switchIfEmpty(
                        Mono.error(
                                () ->
                                        new Refused(
                                                InvalidInput.of(
                                                        "actsForCustomerId", "is no customer"))))
                .then();
    }

    private Mono<Void> note(String what, @Nullable ApiClient before, ApiClient after) {
        var entry =
                new HistoryEntry.New(
                        KIND, after.id(), after.actsForCustomerId(), what, before, after, null);
        return history.add(List.of(entry));
    }
}
