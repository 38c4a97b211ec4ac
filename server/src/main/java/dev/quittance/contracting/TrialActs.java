package dev.quittance.contracting;

import dev.quittance.catalog.Catalog;
import dev.quittance.contracting.StepPlanning.Ground;
import dev.quittance.platform.Idempotency;
import dev.quittance.subscriptions.SubscriptionChange;
import dev.quittance.subscriptions.SubscriptionContract;
import dev.quittance.subscriptions.Subscriptions;
import dev.quittance.subscriptions.Trials;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Lets trials that have expired go on. */
@Service
class TrialActs {
    private final StepPlanning planning;
    private final Subscriptions subscriptions;
    private final Catalog catalog;
    private final Idempotency idempotency;
    private final PortalGate gate;

    TrialActs(
            StepPlanning planning,
            Subscriptions subscriptions,
            Catalog catalog,
            Idempotency idempotency,
            PortalGate gate) {
        this.planning = planning;
        this.subscriptions = subscriptions;
        this.catalog = catalog;
        this.idempotency = idempotency;
        this.gate = gate;
    }

    /** What came of it, by id. */
    private record Extended(UUID subscription) {}

    Mono<SubscriptionContract> extend(UUID id, String key) {
        return idempotency
                .once("extendTrial", key, id, Extended.class, () -> act(id))
                .flatMap(extended -> subscriptions.get(extended.subscription()));
    }

    private Mono<Extended> act(UUID id) {
        return planning.locked(id)
                .delayUntil(ground -> gate.extendTrial(ground.life().subscription()))
                .flatMap(this::decide)
                .flatMap(change -> subscriptions.keep(List.of(change)))
                .thenReturn(new Extended(id));
    }

    private Mono<SubscriptionChange> decide(Ground ground) {
        var life = ground.life();
        return catalog.plan(life.subscription().plan())
                .map(
                        plan ->
                                Trials.extend(
                                        life.subscription(), plan.terms().trial(), life.today()));
    }
}
