package dev.quittance.contracting;

import dev.quittance.contracting.DraftChargeRepository.UnderWay;
import dev.quittance.payments.Payment;
import dev.quittance.payments.Payments;
import dev.quittance.subscriptions.SubscriptionContract;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** The charges that trials and acts wait for, in GraphQL. */
@Controller
class TrialChargeController {
    private final DraftChargeRepository repository;
    private final Payments payments;

    TrialChargeController(DraftChargeRepository repository, Payments payments) {
        this.repository = repository;
        this.payments = payments;
    }

    @BatchMapping
    Mono<Map<SubscriptionContract, Payment>> trialCharge(List<SubscriptionContract> contracts) {
        return charges(contracts, SubscriptionContract::trialCharging);
    }

    @BatchMapping
    Mono<Map<SubscriptionContract, Payment>> actCharge(List<SubscriptionContract> contracts) {
        return charges(contracts, contract -> !contract.trialCharging());
    }

    private Mono<Map<SubscriptionContract, Payment>> charges(
            List<SubscriptionContract> contracts, Predicate<SubscriptionContract> those) {
        var charging =
                contracts.stream().filter(those).map(SubscriptionContract::id).distinct().toList();
        return charging.isEmpty()
                ? Mono.just(Map.of())
                : repository
                        .underWay(charging)
                        .collectMap(UnderWay::subscription, UnderWay::payment)
                        .flatMap(found -> by(contracts.stream().filter(those).toList(), found));
    }

    private Mono<Map<SubscriptionContract, Payment>> by(
            List<SubscriptionContract> contracts, Map<UUID, UUID> found) {
        return payments.byIds(found.values())
                .collectMap(Payment::id, Function.identity())
                .map(
                        paying -> {
                            var each = new HashMap<SubscriptionContract, Payment>();
                            for (var contract : contracts) {
                                var payment = paying.get(found.get(contract.id()));
                                if (payment != null) {
                                    each.put(contract, payment);
                                }
                            }
                            return each;
                        });
    }
}
