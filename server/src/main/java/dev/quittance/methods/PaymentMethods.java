package dev.quittance.methods;

import dev.quittance.platform.Caller;
import dev.quittance.platform.NotFound;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The payment methods that customers keep. */
@Service
public class PaymentMethods {
    private final MethodRepository repository;

    PaymentMethods(MethodRepository repository) {
        this.repository = repository;
    }

    /** Those that these customers keep; of each the default first, then the newest. */
    public Flux<PaymentMethod> of(Collection<UUID> customers) {
        return customers.isEmpty() ? Flux.empty() : repository.of(customers);
    }

    /** By id, those that were removed, too. */
    public Mono<Map<UUID, PaymentMethod>> byIds(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Mono.just(Map.of())
                : repository.byIds(ids).collectMap(PaymentMethod::id);
    }

    /** One that is kept, if {@code caller} may see what is its customer's. */
    public Mono<PaymentMethod> get(UUID id, Caller caller) {
        return found(id, caller)
                .filterWhen(_ -> repository.removed(id).map(gone -> !gone))
                .switchIfEmpty(Mono.error(() -> new NotFound("payment method")));
    }

    /** As {@link #get}, of one that may have been removed. */
    Mono<PaymentMethod> found(UUID id, Caller caller) {
        return repository
                .byIds(List.of(id))
                .next()
                .filter(method -> caller.owns(method.customer()))
                .switchIfEmpty(Mono.error(() -> new NotFound("payment method")));
    }
}
