package dev.quittance.collection;

import dev.quittance.platform.Settings;
import dev.quittance.platform.UnderWay;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What is due by itself is begun on its day, also while the clock is moved. */
@Component
class DueChargesUnderWay implements UnderWay {
    private final DueChargeRepository repository;
    private final Settings settings;

    DueChargesUnderWay(DueChargeRepository repository, Settings settings) {
        this.repository = repository;
        this.settings = settings;
    }

    @Override
    public Mono<Boolean> any() {
        return settings.background() ? repository.due(1).hasElements() : Mono.just(false);
    }
}
