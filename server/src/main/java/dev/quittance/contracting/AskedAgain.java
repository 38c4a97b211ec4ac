package dev.quittance.contracting;

import dev.quittance.subscriptions.SubscriptionContract;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Charges the first period after a trial once more, so that the payer can confirm it. */
@Component
class AskedAgain {
    private final TrialMethods methods;
    private final TrialCharges charges;

    AskedAgain(TrialMethods methods, TrialCharges charges) {
        this.methods = methods;
        this.charges = charges;
    }

    /** Whether that was begun; not where it is not charged by itself any more. */
    Mono<Boolean> ask(SubscriptionContract found) {
        return methods.of(found)
                .flatMap(method -> charges.begin(found, method, true).thenReturn(true))
                .defaultIfEmpty(false);
    }
}
