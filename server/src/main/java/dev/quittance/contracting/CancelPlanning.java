package dev.quittance.contracting;

import dev.quittance.subscriptions.BillingBasis;
import dev.quittance.subscriptions.SubscriptionContract;
import dev.quittance.subscriptions.Subscriptions;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds the subscription that is to be cancelled, and lets the rule decide. */
@Component
class CancelPlanning {
    private final StepPlanning planning;
    private final Subscriptions subscriptions;
    private final CancelGrounds grounds;
    private final PortalGate gate;

    CancelPlanning(
            StepPlanning planning,
            Subscriptions subscriptions,
            CancelGrounds grounds,
            PortalGate gate) {
        this.planning = planning;
        this.subscriptions = subscriptions;
        this.grounds = grounds;
        this.gate = gate;
    }

    Mono<Cancel> plan(CancelSubscriptionInput input) {
        return planning.own(input.id()).flatMap(found -> decide(found, input));
    }

    Mono<Cancel> locked(CancelSubscriptionInput input) {
        return planning.lock(input.id()).flatMap(found -> decide(found, input));
    }

    /** One whose scheduled cancellation may be taken back, held like that. */
    Mono<SubscriptionContract> lock(UUID id) {
        return planning.lock(id).delayUntil(gate::keep);
    }

    /** What the subscription is billed by if it ends as planned. */
    Mono<BillingBasis> basis(Cancel cancel) {
        return subscriptions
                .bases(List.of(cancel.before().id()))
                .next()
                .map(basis -> basis.endingOn(cancel.on()));
    }

    private Mono<Cancel> decide(SubscriptionContract found, CancelSubscriptionInput input) {
        return gate.cancel(found, input.when(), input.on())
                .then(Mono.defer(() -> planning.today(found)))
                .flatMap(days -> grounds.of(found, days))
                .map(ground -> Cancel.decide(found, input, ground));
    }
}
