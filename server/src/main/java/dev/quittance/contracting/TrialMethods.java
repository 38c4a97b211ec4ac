package dev.quittance.contracting;

import dev.quittance.customers.Customers;
import dev.quittance.methods.PaymentMethod;
import dev.quittance.methods.PaymentMethods;
import dev.quittance.methods.SubscriptionMethods;
import dev.quittance.subscriptions.SubscriptionContract;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Which subscriptions are charged by themselves, and to what. */
@Component
class TrialMethods {
    private final SubscriptionMethods subscriptions;
    private final PaymentMethods methods;
    private final Customers customers;

    TrialMethods(SubscriptionMethods subscriptions, PaymentMethods methods, Customers customers) {
        this.subscriptions = subscriptions;
        this.methods = methods;
        this.customers = customers;
    }

    /** The methods of those that are, by the subscriptions. Who is disabled is not charged. */
    Mono<Map<UUID, PaymentMethod>> charged(Collection<SubscriptionContract> found) {
        return subscriptions
                .charged(found.stream().map(SubscriptionContract::id).toList())
                .filter(charged -> !charged.isEmpty())
                .flatMap(
                        charged ->
                                Mono.zip(
                                        methods.byIds(List.copyOf(charged.values())),
                                        customers.byIds(
                                                found.stream()
                                                        .map(SubscriptionContract::customer)
                                                        .distinct()
                                                        .toList()),
                                        (kept, whose) -> {
                                            var those = new HashMap<UUID, PaymentMethod>();
                                            for (var one : found) {
                                                var method = charged.get(one.id());
                                                var of = whose.get(one.customer());
                                                if (method != null && of != null && of.active()) {
                                                    those.put(one.id(), kept.get(method));
                                                }
                                            }
                                            return Map.copyOf(those);
                                        }))
                .defaultIfEmpty(Map.of());
    }

    /** What one of them is charged to; empty if it is not charged by itself. */
    Mono<PaymentMethod> of(SubscriptionContract subscription) {
        return charged(List.of(subscription))
                .flatMap(found -> Mono.justOrEmpty(found.get(subscription.id())));
    }
}
