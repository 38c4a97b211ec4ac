package dev.quittance.payments;

import dev.quittance.platform.Settings;
import dev.quittance.platform.UnderWay;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A charge has its answer on the day on which it was begun, also while the clock is moved. */
@Component
class ChargesUnderWay implements UnderWay {
    private final AttemptRepository attempts;
    private final Settings settings;

    ChargesUnderWay(AttemptRepository attempts, Settings settings) {
        this.attempts = attempts;
        this.settings = settings;
    }

    @Override
    public Mono<Boolean> any() {
        return settings.background() ? attempts.unanswered() : Mono.just(false);
    }
}
