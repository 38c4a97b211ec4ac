package dev.quittance.contracting;

import dev.quittance.contracting.LifeOutcome.SubscriptionActivated;
import dev.quittance.contracting.LifeOutcome.SubscriptionReactivated;
import dev.quittance.contracting.LifeOutcome.TrialExtended;
import dev.quittance.contracting.Stepping.Ask;
import dev.quittance.subscriptions.Trials;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Beginnings of paid and tried time in GraphQL: activate, extend a trial, reactivate. */
@Controller
class BeginningController {
    private final Stepping stepping;
    private final ReactivatePlanning planning;
    private final LifeActs acts;
    private final TrialActs trials;
    private final PortalGate gate;

    BeginningController(
            Stepping stepping,
            ReactivatePlanning planning,
            LifeActs acts,
            TrialActs trials,
            PortalGate gate) {
        this.stepping = stepping;
        this.planning = planning;
        this.acts = acts;
        this.trials = trials;
        this.gate = gate;
    }

    record ActivateSubscriptionInput(UUID id, @Nullable String quoteToken, String idempotencyKey) {

        Ask ask(PortalGate gate) {
            return new Ask(
                    "activateSubscription",
                    id,
                    id,
                    quoteToken,
                    idempotencyKey,
                    life ->
                            gate.activate(life.subscription())
                                    .then(Mono.fromSupplier(() -> Trials.activate(life))));
        }
    }

    record ExtendTrialInput(UUID id, String idempotencyKey) {}

    @QueryMapping
    Mono<SubscriptionQuote> previewActivateSubscription(@Argument ActivateSubscriptionInput input) {
        return stepping.preview(input.ask(gate));
    }

    @QueryMapping
    Mono<SubscriptionQuote> previewReactivateSubscription(
            @Argument ReactivateSubscriptionInput input) {
        return stepping.preview(ask(input));
    }

    @MutationMapping
    Mono<LifeOutcome> activateSubscription(@Argument ActivateSubscriptionInput input) {
        return acts.take(input.ask(gate))
                .map(told -> new SubscriptionActivated(told.subscription(), told.invoice()));
    }

    @MutationMapping
    Mono<LifeOutcome> extendTrial(@Argument ExtendTrialInput input) {
        return trials.extend(input.id(), input.idempotencyKey()).map(TrialExtended::new);
    }

    @MutationMapping
    Mono<LifeOutcome> reactivateSubscription(@Argument ReactivateSubscriptionInput input) {
        return acts.take(ask(input))
                .map(told -> new SubscriptionReactivated(told.subscription(), told.invoice()));
    }

    private Ask ask(ReactivateSubscriptionInput input) {
        return new Ask(
                "reactivateSubscription",
                input.id(),
                input.wish(),
                input.quoteToken(),
                input.idempotencyKey(),
                life -> planning.plan(life, input.wanted()));
    }
}
