package dev.quittance.methods;

import dev.quittance.payments.Gateways;
import dev.quittance.platform.Settings;
import dev.quittance.platform.Worker;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lets gateways forget methods that were removed, once nothing under way is taken from them. */
@Component
class MethodForgetting extends Worker {
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int BATCH = 100;

    private final MethodRepository repository;
    private final Gateways gateways;

    MethodForgetting(MethodRepository repository, Gateways gateways, Settings settings) {
        super(settings.background(), PAUSE, Flux.never());
        this.repository = repository;
        this.gateways = gateways;
    }

    @Override
    protected Mono<Void> work() {
        return repository
                .unforgotten(BATCH)
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMapDelayError(this::forget)
                .then();
    }

    private Mono<Void> forget(PaymentMethod method) {
        return gateways.named(method.gateway())
                .forget(method.reference())
                .timeout(PATIENCE)
                .then(Mono.defer(() -> repository.forgotten(method.id())));
    }
}
