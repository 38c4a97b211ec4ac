package dev.quittance.methods;

import static java.util.stream.Collectors.toMap;

import dev.quittance.customers.Customers;
import dev.quittance.platform.Caller;
import dev.quittance.platform.NotFound;
import dev.quittance.preferences.PortalSwitch;
import dev.quittance.preferences.Switches;
import dev.quittance.subscriptions.SubscriptionContract;
import dev.quittance.subscriptions.Subscriptions;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Which method pays which subscription. */
@Service
public class SubscriptionMethods {
    private final SubscriptionMethodRepository repository;
    private final PaymentMethods methods;
    private final Subscriptions subscriptions;
    private final Customers customers;
    private final Switches switches;
    private final MethodNews news;

    SubscriptionMethods(
            SubscriptionMethodRepository repository,
            PaymentMethods methods,
            Subscriptions subscriptions,
            Customers customers,
            Switches switches,
            MethodNews news) {
        this.repository = repository;
        this.methods = methods;
        this.subscriptions = subscriptions;
        this.customers = customers;
        this.switches = switches;
        this.news = news;
    }

    /** What these subscriptions are paid with, by their ids; those without a method are missing. */
    public Mono<Map<UUID, SubscriptionMethod>> of(Collection<UUID> subscriptions) {
        return subscriptions.isEmpty()
                ? Mono.just(Map.of())
                : repository
                        .of(subscriptions)
                        .collectMap(SubscriptionMethod::subscription, Function.identity());
    }

    /** The methods that these subscriptions are charged to by themselves, by the subscriptions. */
    public Mono<Map<UUID, UUID>> charged(Collection<UUID> subscriptions) {
        return of(subscriptions)
                .map(
                        found ->
                                found.values().stream()
                                        .filter(SubscriptionMethod::autoCharge)
                                        .collect(
                                                toMap(
                                                        SubscriptionMethod::subscription,
                                                        SubscriptionMethod::method)));
    }

    /** One subscription with its customer locked, if the present caller may see it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<SubscriptionContract> lock(UUID id) {
        return Mono.zip(subscriptions.get(id), Caller.current())
                .filter(found -> found.getT2().owns(found.getT1().customer()))
                .switchIfEmpty(Mono.error(() -> new NotFound("subscription")))
                .flatMap(found -> customers.lock(found.getT1().customer()))
                .then(Mono.defer(() -> subscriptions.lock(id)));
    }

    /** From now on a kept method pays a subscription; whether by itself stays as it is. */
    @Transactional
    public Mono<SubscriptionContract> pay(UUID id, UUID method) {
        return lock(id).delayUntil(
                        found ->
                                switches.require(
                                        PortalSwitch.DETAILS, found.customer(), found.plan()))
                .delayUntil(
                        found ->
                                Caller.current()
                                        .flatMap(caller -> methods.get(method, caller))
                                        .filter(kept -> kept.customer().equals(found.customer()))
                                        .switchIfEmpty(
                                                Mono.error(() -> new NotFound("payment method")))
                                        .flatMap(kept -> pay(found, kept)));
    }

    /**
     * Says whether what falls due of a subscription that has a method is charged to it by itself.
     * The customer is locked.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> autoCharge(SubscriptionContract subscription, boolean on) {
        return repository
                .autoCharge(subscription.id(), on)
                .then(
                        news.tell(
                                subscription,
                                on ? "auto-charge switched on" : "auto-charge switched off",
                                Map.of("autoCharge", !on),
                                Map.of("autoCharge", on)));
    }

    private Mono<Void> pay(SubscriptionContract subscription, PaymentMethod method) {
        return repository
                .pay(List.of(subscription.id()), subscription.customer(), method.id())
                .then(
                        news.tell(
                                subscription,
                                "payment method chosen",
                                Map.of(),
                                Map.of("method", method.label())))
                .then(news.chosen(method, List.of(subscription.id())));
    }
}
