package dev.quittance.methods;

import dev.quittance.methods.MethodOutcome.MethodInUse;
import dev.quittance.methods.MethodOutcome.PaymentMethodRemoved;
import dev.quittance.platform.Caller;
import dev.quittance.platform.Faults;
import dev.quittance.platform.Refused;
import dev.quittance.platform.Texts;
import dev.quittance.subscriptions.Subscriptions;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Names, prefers and removes methods that are kept. */
@Service
class MethodActs {
    private static final int LONGEST_NAME = 60;

    private final MethodRepository repository;
    private final PaymentMethods methods;
    private final SubscriptionMethodRepository paid;
    private final Subscriptions subscriptions;
    private final MethodKeeping keeping;
    private final MethodGate gate;
    private final MethodNews news;

    MethodActs(
            MethodRepository repository,
            PaymentMethods methods,
            SubscriptionMethodRepository paid,
            Subscriptions subscriptions,
            MethodKeeping keeping,
            MethodGate gate,
            MethodNews news) {
        this.repository = repository;
        this.methods = methods;
        this.paid = paid;
        this.subscriptions = subscriptions;
        this.keeping = keeping;
        this.gate = gate;
        this.news = news;
    }

    @Transactional
    Mono<PaymentMethod> rename(UUID id, @Nullable String wished) {
        var faults = new Faults();
        var name = Texts.optional(faults, "name", wished, LONGEST_NAME);
        return Mono.fromRunnable(faults::orThrow)
                .then(gate.hold(id))
                .flatMap(
                        method ->
                                repository
                                        .rename(id, name)
                                        .then(
                                                news.tell(
                                                        method,
                                                        "payment method renamed",
                                                        List.of())))
                .then(Mono.defer(() -> gate.hold(id)));
    }

    @Transactional
    Mono<PaymentMethod> makeDefault(UUID id) {
        return gate.hold(id)
                .filter(method -> !method.isDefault())
                .flatMap(
                        method ->
                                repository
                                        .makeDefault(method.customer(), id)
                                        .then(
                                                news.tell(
                                                        method,
                                                        "payment method made the default",
                                                        List.of())))
                .then(Mono.defer(() -> gate.hold(id)));
    }

    /**
     * Removes a method; one that was removed stays so.
     *
     * @param stopAutoCharge that subscriptions are charged to it by themselves does not hold it
     *     back
     */
    @Transactional
    Mono<PaymentMethodRemoved> remove(UUID id, boolean stopAutoCharge) {
        return Caller.current()
                .flatMap(caller -> methods.found(id, caller))
                .flatMap(_ -> repository.removed(id))
                .filter(gone -> !gone)
                .flatMap(_ -> gate.hold(id))
                .flatMap(method -> remove(method, stopAutoCharge))
                .thenReturn(new PaymentMethodRemoved(id));
    }

    private Mono<Void> remove(PaymentMethod method, boolean stopAutoCharge) {
        return paid.paidWith(List.of(method.id()))
                .collectList()
                .delayUntil(found -> stopAutoCharge ? Mono.empty() : refuse(found))
                .flatMap(found -> keeping.remove(method, found));
    }

    private Mono<Void> refuse(List<SubscriptionMethod> found) {
        var charged =
                found.stream()
                        .filter(SubscriptionMethod::autoCharge)
                        .map(SubscriptionMethod::subscription)
                        .toList();
        return subscriptions
                .byIds(charged)
                .collectList()
                .filter(all -> !all.isEmpty())
                .flatMap(all -> Mono.error(new Refused(new MethodInUse(all))));
    }
}
