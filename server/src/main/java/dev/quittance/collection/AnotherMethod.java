package dev.quittance.collection;

import dev.quittance.methods.MethodChosen;
import dev.quittance.platform.Listener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tries at once, with another method, what was declined for good. */
@Component
class AnotherMethod implements Listener<MethodChosen> {
    private final DunningRepository repository;

    AnotherMethod(DunningRepository repository) {
        this.repository = repository;
    }

    @Override
    public Class<MethodChosen> event() {
        return MethodChosen.class;
    }

    @Override
    public Mono<Void> on(MethodChosen event) {
        return repository.retryWith(event.method());
    }
}
