package dev.quittance.contracting;

import java.util.UUID;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Acts on subscriptions in GraphQL. */
@Controller
class ContractingController {
    private final Starting starting;
    private final Cancelling cancelling;
    private final CancelKeeping cancellations;

    ContractingController(Starting starting, Cancelling cancelling, CancelKeeping cancellations) {
        this.starting = starting;
        this.cancelling = cancelling;
        this.cancellations = cancellations;
    }

    record RemoveScheduledCancellationInput(UUID id) {}

    @QueryMapping
    Mono<SubscriptionQuote> previewStartSubscription(@Argument StartSubscriptionInput input) {
        return starting.preview(input);
    }

    @QueryMapping
    Mono<SubscriptionQuote> previewCancelSubscription(@Argument CancelSubscriptionInput input) {
        return cancelling.preview(input);
    }

    @MutationMapping
    Mono<SubscriptionStarted> startSubscription(@Argument StartSubscriptionInput input) {
        return starting.start(input);
    }

    @MutationMapping
    Mono<CancelOutcome> cancelSubscription(@Argument CancelSubscriptionInput input) {
        return cancelling.cancel(input);
    }

    @MutationMapping
    Mono<CancelOutcome> removeScheduledCancellation(
            @Argument RemoveScheduledCancellationInput input) {
        return cancellations.removeScheduled(input.id());
    }
}
