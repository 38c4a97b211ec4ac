package dev.quittance.contracting;

import dev.quittance.contracting.LifeOutcome.BillingDayChanged;
import dev.quittance.contracting.LifeOutcome.ChangeScheduled;
import dev.quittance.contracting.LifeOutcome.ScheduledChangeRemoved;
import dev.quittance.contracting.LifeOutcome.SubscriptionChanged;
import dev.quittance.contracting.Stepping.Ask;
import dev.quittance.subscriptions.BillingDayChange;
import dev.quittance.subscriptions.Changing;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Changes of what subscriptions consist of, in GraphQL. */
@Controller
class ChangeController {
    private final Stepping stepping;
    private final Asks asks;
    private final LifeActs acts;

    ChangeController(Stepping stepping, Asks asks, LifeActs acts) {
        this.stepping = stepping;
        this.asks = asks;
        this.acts = acts;
    }

    record RemoveScheduledChangeInput(UUID id) {}

    /**
     * @param billingDay of the month, 31 for the last; null for the day it is counted from
     */
    record ChangeBillingDayInput(
            UUID id,
            @Nullable Integer billingDay,
            Changing.ChangeTime when,
            @Nullable String quoteToken,
            String idempotencyKey) {

        private record Wish(UUID id, @Nullable Integer billingDay, Changing.ChangeTime when) {}

        Ask ask() {
            return new Ask(
                    "changeBillingDay",
                    id,
                    new Wish(id, billingDay, when),
                    quoteToken,
                    idempotencyKey,
                    null,
                    life ->
                            Mono.fromSupplier(
                                    () -> BillingDayChange.decide(life, billingDay, when)));
        }
    }

    @QueryMapping
    Mono<SubscriptionQuote> previewChangeSubscription(@Argument ChangeSubscriptionInput input) {
        return stepping.preview(asks.change(input));
    }

    @QueryMapping
    Mono<SubscriptionQuote> previewChangeBillingDay(@Argument ChangeBillingDayInput input) {
        return stepping.preview(input.ask());
    }

    @MutationMapping
    Mono<LifeOutcome> changeBillingDay(@Argument ChangeBillingDayInput input) {
        return acts.take(
                input.ask(),
                told ->
                        new BillingDayChanged(
                                told.subscription(), told.kept().credit(), told.invoice()));
    }

    @MutationMapping
    Mono<LifeOutcome> changeSubscription(@Argument ChangeSubscriptionInput input) {
        return acts.take(
                asks.change(input),
                told ->
                        input.when() == Changing.ChangeTime.NOW
                                        || told.subscription().changesOn() == null
                                ? new SubscriptionChanged(
                                        told.subscription(), told.kept().credit(), told.invoice())
                                : new ChangeScheduled(told.subscription()));
    }

    @MutationMapping
    Mono<LifeOutcome> removeScheduledChange(@Argument RemoveScheduledChangeInput input) {
        return acts.removeScheduledChange(input.id()).map(ScheduledChangeRemoved::new);
    }
}
