package dev.quittance.methods;

import dev.quittance.subscriptions.SubscriptionContract;
import dev.quittance.subscriptions.Subscriptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** What subscriptions are paid with, in GraphQL. */
@Controller
class SubscriptionMethodController {
    private final SubscriptionMethods paid;
    private final SubscriptionMethodRepository repository;
    private final PaymentMethods methods;
    private final Subscriptions subscriptions;

    SubscriptionMethodController(
            SubscriptionMethods paid,
            SubscriptionMethodRepository repository,
            PaymentMethods methods,
            Subscriptions subscriptions) {
        this.paid = paid;
        this.repository = repository;
        this.methods = methods;
        this.subscriptions = subscriptions;
    }

    @BatchMapping
    Mono<Map<SubscriptionContract, PaymentMethod>> paymentMethod(
            List<SubscriptionContract> contracts) {
        return paid.of(contracts.stream().map(SubscriptionContract::id).distinct().toList())
                .zipWhen(
                        found ->
                                methods.byIds(
                                        found.values().stream()
                                                .map(SubscriptionMethod::method)
                                                .distinct()
                                                .toList()))
                .map(
                        found -> {
                            var each = new HashMap<SubscriptionContract, PaymentMethod>();
                            contracts.forEach(
                                    contract -> {
                                        var with = found.getT1().get(contract.id());
                                        if (with != null) {
                                            each.put(
                                                    contract,
                                                    Objects.requireNonNull(
                                                            found.getT2().get(with.method())));
                                        }
                                    });
                            return each;
                        });
    }

    @BatchMapping(typeName = "PaymentMethod", field = "subscriptions")
    Mono<Map<PaymentMethod, List<SubscriptionContract>>> subscriptionsPaid(
            List<PaymentMethod> kept) {
        return repository
                .paidWith(kept.stream().map(PaymentMethod::id).distinct().toList())
                .collectList()
                .zipWhen(
                        found ->
                                subscriptions
                                        .byIds(
                                                found.stream()
                                                        .map(SubscriptionMethod::subscription)
                                                        .toList())
                                        .collectMap(SubscriptionContract::id))
                .map(
                        found -> {
                            var each = new HashMap<PaymentMethod, List<SubscriptionContract>>();
                            kept.forEach(
                                    method ->
                                            each.put(
                                                    method,
                                                    found.getT1().stream()
                                                            .filter(
                                                                    one ->
                                                                            one.method()
                                                                                    .equals(
                                                                                            method
                                                                                                    .id()))
                                                            .map(
                                                                    one ->
                                                                            Objects.requireNonNull(
                                                                                    found.getT2()
                                                                                            .get(
                                                                                                    one
                                                                                                            .subscription())))
                                                            .toList()));
                            return each;
                        });
    }
}
