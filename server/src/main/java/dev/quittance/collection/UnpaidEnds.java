package dev.quittance.collection;

import dev.quittance.subscriptions.SubscriptionContract;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Says which subscriptions were ended because an invoice was not paid. */
@Service
public class UnpaidEnds {
    private final DunningRepository repository;

    UnpaidEnds(DunningRepository repository) {
        this.repository = repository;
    }

    /** Whether that is why it is over now. */
    public Mono<Boolean> ended(SubscriptionContract subscription) {
        var on = subscription.endedOn();
        return on == null ? Mono.just(false) : repository.endedBy(subscription.id(), on);
    }
}
