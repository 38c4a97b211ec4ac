package dev.quittance.subscriptions;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.quittance.preferences.PortalSwitchState;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** What customers may do with their subscriptions by themselves, in GraphQL. */
@Controller
class SubscriptionSwitches {
    private final Offering offering;

    SubscriptionSwitches(Offering offering) {
        this.offering = offering;
    }

    @BatchMapping
    Mono<Map<SubscriptionContract, List<PortalSwitchState>>> portalSwitches(
            List<SubscriptionContract> contracts) {
        return offering.switches(contracts)
                .map(found -> each(contracts, one -> requireNonNull(found.get(one)).states()));
    }

    @BatchMapping
    Mono<Map<SubscriptionContract, SubscriptionOffers>> offers(
            List<SubscriptionContract> contracts) {
        return offering.of(contracts);
    }

    private static <T> Map<SubscriptionContract, T> each(
            List<SubscriptionContract> contracts, Function<SubscriptionContract, T> value) {
        return contracts.stream().distinct().collect(toMap(identity(), value));
    }
}
