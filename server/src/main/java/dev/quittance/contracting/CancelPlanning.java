package dev.quittance.contracting;

import dev.quittance.catalog.Catalog;
import dev.quittance.customers.Customers;
import dev.quittance.platform.Caller;
import dev.quittance.platform.NotFound;
import dev.quittance.subscriptions.BillingBasis;
import dev.quittance.subscriptions.LifeSettings;
import dev.quittance.subscriptions.SubscriptionContract;
import dev.quittance.subscriptions.Subscriptions;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds the subscription that is to be cancelled, and lets the rule decide. */
@Component
class CancelPlanning {
    private final Subscriptions subscriptions;
    private final Customers customers;
    private final Catalog catalog;
    private final LifeSettings settings;
    private final BusinessDays days;

    CancelPlanning(
            Subscriptions subscriptions,
            Customers customers,
            Catalog catalog,
            LifeSettings settings,
            BusinessDays days) {
        this.subscriptions = subscriptions;
        this.customers = customers;
        this.catalog = catalog;
        this.settings = settings;
        this.days = days;
    }

    Mono<Cancel> plan(CancelSubscriptionInput input) {
        return own(input.id()).flatMap(found -> decide(found, input));
    }

    Mono<Cancel> locked(CancelSubscriptionInput input) {
        return lock(input.id()).flatMap(found -> decide(found, input));
    }

    /** Holds the customer first, the unit of serialisation, then the subscription. */
    Mono<SubscriptionContract> lock(UUID id) {
        return own(id).flatMap(found -> customers.lock(found.customer()))
                .then(Mono.defer(() -> subscriptions.lock(id)));
    }

    /** What the subscription is billed by if it ends as planned. */
    Mono<BillingBasis> basis(Cancel cancel) {
        return subscriptions
                .bases(List.of(cancel.before().id()))
                .next()
                .map(basis -> basis.endingOn(cancel.on()));
    }

    private Mono<SubscriptionContract> own(UUID id) {
        return Caller.current()
                .flatMap(
                        caller ->
                                subscriptions
                                        .get(id)
                                        .filter(found -> caller.owns(found.customer())))
                .switchIfEmpty(Mono.error(() -> new NotFound("subscription")));
    }

    private Mono<Cancel> decide(SubscriptionContract found, CancelSubscriptionInput input) {
        return Mono.zip(
                        customers.get(found.customer()).flatMap(days::of),
                        catalog.plan(found.plan()),
                        settings.current())
                .map(
                        known ->
                                new Cancel.Ground(
                                        known.getT1(),
                                        known.getT2().terms().noticeDays(),
                                        known.getT3().cancelCredits()))
                .map(ground -> Cancel.decide(found, input, ground));
    }
}
