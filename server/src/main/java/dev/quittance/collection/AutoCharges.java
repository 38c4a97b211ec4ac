package dev.quittance.collection;

import static java.util.Objects.requireNonNull;

import dev.quittance.methods.SubscriptionMethod;
import dev.quittance.methods.SubscriptionMethods;
import dev.quittance.platform.Refused;
import dev.quittance.preferences.PortalSwitch;
import dev.quittance.preferences.Switches;
import dev.quittance.subscriptions.Cancellation.SubscriptionOver;
import dev.quittance.subscriptions.SubscriptionContract;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/**
 * Switches auto-charge of subscriptions on and off. Invoices that were posted before are not
 * charged.
 */
@Service
class AutoCharges {
    private final SubscriptionMethods methods;
    private final Switches switches;
    private final Dunning dunning;

    AutoCharges(SubscriptionMethods methods, Switches switches, Dunning dunning) {
        this.methods = methods;
        this.switches = switches;
        this.dunning = dunning;
    }

    /** How it stands with each of these. */
    Mono<Map<SubscriptionContract, AutoCharge>> of(List<SubscriptionContract> contracts) {
        return methods.of(contracts.stream().map(SubscriptionContract::id).distinct().toList())
                .map(
                        found ->
                                contracts.stream()
                                        .distinct()
                                        .collect(
                                                Collectors.toMap(
                                                        Function.identity(),
                                                        one -> state(one, found.get(one.id())))));
    }

    /** Switched off, it is dunned no more, and what failed is not tried again. */
    @Transactional
    Mono<SubscriptionContract> turn(UUID id, boolean on) {
        return methods.lock(id)
                .delayUntil(
                        found ->
                                switches.require(
                                        PortalSwitch.AUTO_CHARGE, found.customer(), found.plan()))
                .delayUntil(
                        found ->
                                methods.of(List.of(id))
                                        .flatMap(paid -> turn(found, paid.get(id), on)))
                .then(Mono.defer(() -> methods.lock(id)));
    }

    private Mono<Void> turn(
            SubscriptionContract subscription, @Nullable SubscriptionMethod paid, boolean on) {
        if (on && subscription.phase().ended()) {
            return Mono.error(
                    new Refused(new SubscriptionOver(requireNonNull(subscription.endedOn()))));
        }
        if (on && paid == null) {
            return Mono.error(new Refused(new MethodNeeded()));
        }
        return paid == null || paid.autoCharge() == on
                ? Mono.empty()
                : methods.autoCharge(subscription, on)
                        .then(on ? Mono.empty() : dunning.dropped(subscription));
    }

    private static AutoCharge state(
            SubscriptionContract subscription, @Nullable SubscriptionMethod paid) {
        return new AutoCharge(
                paid != null && paid.autoCharge(), paid != null && !subscription.phase().ended());
    }
}
