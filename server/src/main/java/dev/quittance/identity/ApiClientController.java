package dev.quittance.identity;

import dev.quittance.identity.ApiClientChange.ApiClientCreated;
import dev.quittance.identity.ApiClientChange.ApiClientSecretRotated;
import dev.quittance.identity.ApiClientChange.ApiClientUpdated;
import dev.quittance.platform.Caller;
import dev.quittance.platform.Permission;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Controller
class ApiClientController {
    private final ApiClients clients;
    private final SigningKeyRotation rotation;

    ApiClientController(ApiClients clients, SigningKeyRotation rotation) {
        this.clients = clients;
        this.rotation = rotation;
    }

    record CreateApiClientInput(
            String name, List<Permission> scopes, @Nullable UUID actsForCustomerId) {}

    record RotateApiClientSecretInput(UUID id) {}

    record SetApiClientEnabledInput(UUID id, boolean enabled) {}

    @QueryMapping
    Flux<ApiClient> apiClients() {
        return clients.all();
    }

    @MutationMapping
    Mono<ApiClientCreated> createApiClient(
            @Argument CreateApiClientInput input, @ContextValue Caller caller) {
        return clients.create(caller, input.name(), input.scopes(), input.actsForCustomerId());
    }

    @MutationMapping
    Mono<ApiClientSecretRotated> rotateApiClientSecret(
            @Argument RotateApiClientSecretInput input, @ContextValue Caller caller) {
        return clients.rotateSecret(caller, input.id());
    }

    @MutationMapping
    Mono<ApiClientUpdated> setApiClientEnabled(
            @Argument SetApiClientEnabledInput input, @ContextValue Caller caller) {
        return clients.setEnabled(caller, input.id(), input.enabled());
    }

    @MutationMapping
    Mono<SigningKeyRotated> rotateSigningKey() {
        return rotation.rotate();
    }
}
