package dev.quittance.collection;

import dev.quittance.subscriptions.SubscriptionContract;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Auto-charge, in GraphQL. */
@Controller
class AutoChargeController {
    private final AutoCharges charges;

    AutoChargeController(AutoCharges charges) {
        this.charges = charges;
    }

    record EnableAutoChargeInput(UUID id) {}

    record DisableAutoChargeInput(UUID id) {}

    /** It is as was wished. */
    record AutoChargeSet(SubscriptionContract subscription) {}

    @BatchMapping
    Mono<Map<SubscriptionContract, AutoCharge>> autoCharge(List<SubscriptionContract> contracts) {
        return charges.of(contracts);
    }

    @MutationMapping
    Mono<AutoChargeSet> enableAutoCharge(@Argument EnableAutoChargeInput input) {
        return charges.turn(input.id(), true).map(AutoChargeSet::new);
    }

    @MutationMapping
    Mono<AutoChargeSet> disableAutoCharge(@Argument DisableAutoChargeInput input) {
        return charges.turn(input.id(), false).map(AutoChargeSet::new);
    }
}
