package dev.quittance.subscriptions;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.quittance.preferences.PortalSwitchState;
import dev.quittance.preferences.PreferencePlace;
import dev.quittance.preferences.Switches;
import java.util.List;
import java.util.Map;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** What customers may do with their subscriptions by themselves, in GraphQL. */
@Controller
class SubscriptionSwitches {
    private final Switches switches;

    SubscriptionSwitches(Switches switches) {
        this.switches = switches;
    }

    @BatchMapping
    Mono<Map<SubscriptionContract, List<PortalSwitchState>>> portalSwitches(
            List<SubscriptionContract> contracts) {
        return switches.of(contracts.stream().map(SubscriptionSwitches::place).toList())
                .map(
                        found ->
                                contracts.stream()
                                        .distinct()
                                        .collect(
                                                toMap(
                                                        identity(),
                                                        one ->
                                                                requireNonNull(
                                                                                found.get(
                                                                                        place(one)))
                                                                        .states())));
    }

    private static PreferencePlace place(SubscriptionContract contract) {
        return new PreferencePlace(contract.customer(), contract.plan());
    }
}
