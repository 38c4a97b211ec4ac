package dev.quittance.methods;

import dev.quittance.platform.Caller;
import dev.quittance.platform.NotFound;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Lets one kept method pay what another paid. */
@Service
class MovingSubscriptions {
    private final MethodGate gate;
    private final PaymentMethods methods;
    private final SubscriptionMethodRepository repository;
    private final MethodNews news;

    MovingSubscriptions(
            MethodGate gate,
            PaymentMethods methods,
            SubscriptionMethodRepository repository,
            MethodNews news) {
        this.gate = gate;
        this.methods = methods;
        this.repository = repository;
        this.news = news;
    }

    /** Gives back the method that pays from now on; whether by itself stays as it was. */
    @Transactional
    Mono<PaymentMethod> move(UUID from, UUID to) {
        return gate.hold(from)
                .zipWhen(old -> of(old.customer(), to))
                .delayUntil(
                        both ->
                                both.getT1().id().equals(both.getT2().id())
                                        ? Mono.empty()
                                        : move(both.getT1(), both.getT2()))
                .map(both -> both.getT2());
    }

    private Mono<PaymentMethod> of(UUID customer, UUID id) {
        return Caller.current()
                .flatMap(caller -> methods.get(id, caller))
                .filter(method -> method.customer().equals(customer))
                .switchIfEmpty(Mono.error(() -> new NotFound("payment method")));
    }

    private Mono<Void> move(PaymentMethod old, PaymentMethod next) {
        return repository
                .paidWith(List.of(old.id()))
                .map(SubscriptionMethod::subscription)
                .collectList()
                .filter(paid -> !paid.isEmpty())
                .flatMap(
                        paid ->
                                repository
                                        .move(old.id(), next.id())
                                        .then(tell(old, next, paid))
                                        .then(news.chosen(next, paid)));
    }

    private Mono<Void> tell(PaymentMethod old, PaymentMethod next, List<UUID> paid) {
        return news.tell(
                next.customer(),
                paid,
                "payment method chosen",
                Map.of("method", old.label()),
                Map.of("method", next.label()));
    }
}
