package dev.quittance.contracting;

import dev.quittance.contracting.LifeOutcome.SubscriptionActivated;
import dev.quittance.contracting.LifeOutcome.SubscriptionReactivated;
import dev.quittance.contracting.LifeOutcome.TrialExtended;
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
    private final Asks asks;
    private final LifeActs acts;
    private final TrialActs trials;

    BeginningController(Stepping stepping, Asks asks, LifeActs acts, TrialActs trials) {
        this.stepping = stepping;
        this.asks = asks;
        this.acts = acts;
        this.trials = trials;
    }

    record ActivateSubscriptionInput(UUID id, @Nullable String quoteToken, String idempotencyKey) {}

    record ExtendTrialInput(UUID id, String idempotencyKey) {}

    @QueryMapping
    Mono<SubscriptionQuote> previewActivateSubscription(@Argument ActivateSubscriptionInput input) {
        return stepping.preview(asks.activate(input));
    }

    @QueryMapping
    Mono<SubscriptionQuote> previewReactivateSubscription(
            @Argument ReactivateSubscriptionInput input) {
        return stepping.preview(asks.reactivate(input));
    }

    @MutationMapping
    Mono<LifeOutcome> activateSubscription(@Argument ActivateSubscriptionInput input) {
        return acts.take(
                asks.activate(input),
                told -> new SubscriptionActivated(told.subscription(), told.invoice()));
    }

    @MutationMapping
    Mono<LifeOutcome> extendTrial(@Argument ExtendTrialInput input) {
        return trials.extend(input.id(), input.idempotencyKey()).map(TrialExtended::new);
    }

    @MutationMapping
    Mono<LifeOutcome> reactivateSubscription(@Argument ReactivateSubscriptionInput input) {
        return acts.take(
                asks.reactivate(input),
                told -> new SubscriptionReactivated(told.subscription(), told.invoice()));
    }
}
