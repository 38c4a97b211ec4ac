package dev.quittance.subscriptions;

import dev.quittance.organization.NumberBlock;
import dev.quittance.organization.NumberSeries;
import dev.quittance.organization.SeriesKind;
import dev.quittance.platform.BusinessClock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The short numbers people refer to subscriptions by. */
@Component
class SubscriptionNumbers {
    private final NumberSeries series;
    private final BusinessClock clock;

    SubscriptionNumbers(NumberSeries series, BusinessClock clock) {
        this.series = series;
        this.clock = clock;
    }

    Mono<NumberBlock> take(int count) {
        return clock.today().flatMap(today -> series.take(SeriesKind.SUBSCRIPTION, today, count));
    }
}
