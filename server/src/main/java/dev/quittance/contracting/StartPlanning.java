package dev.quittance.contracting;

import dev.quittance.catalog.Catalog;
import dev.quittance.contracting.StartSubscriptionInput.SubscriptionAddonInput;
import dev.quittance.customers.BillableCustomer;
import dev.quittance.customers.Customers;
import dev.quittance.platform.Caller;
import dev.quittance.platform.NotFound;
import dev.quittance.subscriptions.LifeSettings;
import dev.quittance.subscriptions.Redemptions;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds what decides how a subscription starts, and lets the rule decide. */
@Component
class StartPlanning {
    private final Customers customers;
    private final Catalog catalog;
    private final BusinessDays days;
    private final Redemptions redemptions;
    private final LifeSettings settings;

    StartPlanning(
            Customers customers,
            Catalog catalog,
            BusinessDays days,
            Redemptions redemptions,
            LifeSettings settings) {
        this.customers = customers;
        this.catalog = catalog;
        this.days = days;
        this.redemptions = redemptions;
        this.settings = settings;
    }

    /** Holds the customer, the unit of serialisation, until the transaction ends. */
    Mono<Start> locked(StartSubscriptionInput input) {
        return customers.lock(input.customerId()).then(Mono.defer(() -> plan(input)));
    }

    Mono<Start> plan(StartSubscriptionInput input) {
        return customer(input.customerId())
                .flatMap(customer -> facts(input, customer))
                .map(Start::decide);
    }

    private Mono<BillableCustomer> customer(UUID id) {
        return Caller.current()
                .doOnNext(caller -> caller.mustOwn(id))
                .then(customers.billable(List.of(id)))
                .mapNotNull(found -> found.get(id))
                .switchIfEmpty(Mono.error(() -> new NotFound("customer")));
    }

    private Mono<StartFacts> facts(StartSubscriptionInput input, BillableCustomer customer) {
        var addons =
                input.addons().stream().map(SubscriptionAddonInput::addonId).distinct().toList();
        return Mono.zip(
                        catalog.plans(List.of(input.planId())),
                        catalog.addons(addons),
                        days.of(customer.customer()),
                        redemptions.asked(input.customerId(), input.couponCodes()),
                        settings.current(),
                        days.zone(customer.customer()))
                .map(
                        found ->
                                new StartFacts(
                                        input,
                                        customer,
                                        found.getT1().get(input.planId()),
                                        found.getT2(),
                                        Set.of(),
                                        found.getT4(),
                                        found.getT5().firstPeriod(),
                                        found.getT6(),
                                        found.getT3().today(),
                                        found.getT3().issueOn()));
    }
}
