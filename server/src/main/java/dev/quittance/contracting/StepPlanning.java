package dev.quittance.contracting;

import dev.quittance.contracting.BusinessDays.Today;
import dev.quittance.customers.Customers;
import dev.quittance.platform.Caller;
import dev.quittance.platform.NotFound;
import dev.quittance.subscriptions.Life;
import dev.quittance.subscriptions.Steps;
import dev.quittance.subscriptions.SubscriptionContract;
import dev.quittance.subscriptions.Subscriptions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds the subscription somebody wants to act on, and what decides about it. */
@Component
class StepPlanning {
    private final Subscriptions subscriptions;
    private final Steps steps;
    private final Customers customers;
    private final BusinessDays days;

    StepPlanning(Subscriptions subscriptions, Steps steps, Customers customers, BusinessDays days) {
        this.subscriptions = subscriptions;
        this.steps = steps;
        this.customers = customers;
        this.days = days;
    }

    /** What decides, and which day documents bear. */
    record Ground(Life life, Today days) {

        /** The same at {@code shown}, if a quote that was given then still holds. */
        Ground at(@Nullable Instant shown) {
            var then = days.at(shown);
            return new Ground(life.at(then.at()), then);
        }
    }

    Mono<Ground> ground(UUID id) {
        return own(id).flatMap(this::ground);
    }

    /** Holds the customer first, the unit of serialisation, then the subscription. */
    Mono<Ground> locked(UUID id) {
        return lock(id).flatMap(this::ground);
    }

    /** The same as of {@code day}, which may be over, and of an instant of it. */
    Mono<Ground> locked(UUID id, LocalDate day, @Nullable Instant at) {
        return lock(id).flatMap(
                        found ->
                                today(found)
                                        .map(now -> new Today(day, now.issueOn(), at))
                                        .flatMap(days -> ground(found, days)));
    }

    /** The subscription, held like that. */
    Mono<SubscriptionContract> lock(UUID id) {
        return own(id).flatMap(found -> customers.lock(found.customer()))
                .then(Mono.defer(() -> subscriptions.lock(id)));
    }

    Mono<Today> today(SubscriptionContract found) {
        return customers.get(found.customer()).flatMap(days::of);
    }

    /** The subscription, if it is the caller's. */
    Mono<SubscriptionContract> own(UUID id) {
        return Caller.current()
                .flatMap(
                        caller ->
                                subscriptions
                                        .get(id)
                                        .filter(found -> caller.owns(found.customer())))
                .switchIfEmpty(Mono.error(() -> new NotFound("subscription")));
    }

    private Mono<Ground> ground(SubscriptionContract found) {
        return today(found).flatMap(days -> ground(found, days));
    }

    private Mono<Ground> ground(SubscriptionContract found, Today days) {
        return steps.life(found, days.today()).map(life -> new Ground(life.at(days.at()), days));
    }
}
