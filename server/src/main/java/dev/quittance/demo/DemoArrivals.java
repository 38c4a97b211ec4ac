package dev.quittance.demo;

import static java.util.Objects.requireNonNull;

import dev.quittance.catalog.Addon;
import dev.quittance.catalog.Catalog;
import dev.quittance.catalog.Plan;
import dev.quittance.customers.AddedCustomer;
import dev.quittance.customers.CustomerKeeping;
import dev.quittance.customers.NewCustomer;
import dev.quittance.subscriptions.NewSubscription;
import dev.quittance.subscriptions.NewSubscription.Item;
import dev.quittance.subscriptions.NewSubscription.Terms;
import dev.quittance.subscriptions.Subscriptions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Lets a customer of the demo arrive: with contacts, a portal sign-in and a subscription. */
@Component
class DemoArrivals {
    private final CustomerKeeping customers;
    private final DemoPortal portal;
    private final Catalog catalog;
    private final Subscriptions subscriptions;

    DemoArrivals(
            CustomerKeeping customers,
            DemoPortal portal,
            Catalog catalog,
            Subscriptions subscriptions) {
        this.customers = customers;
        this.portal = portal;
        this.catalog = catalog;
        this.subscriptions = subscriptions;
    }

    @Transactional
    Mono<Void> arrive(DemoCustomer arriving, LocalDate day) {
        return customers
                .createAll(List.of(newCustomer(arriving, day)))
                .map(List::getFirst)
                .delayUntil(added -> portal.open(added.customer().id(), arriving.people()))
                .flatMap(added -> subscribe(arriving, added, day));
    }

    private Mono<Void> subscribe(DemoCustomer arriving, AddedCustomer added, LocalDate day) {
        return Mono.zip(
                        catalog.planNamed(arriving.plan()),
                        catalog.addonsNamed(arriving.addons()).collectMap(Addon::name, Addon::id))
                .map(t -> subscription(arriving, added, t.getT1(), t.getT2(), day))
                .flatMap(made -> subscriptions.createAll(List.of(made)))
                .then();
    }

    private static NewSubscription subscription(
            DemoCustomer arriving,
            AddedCustomer added,
            Plan plan,
            Map<String, UUID> addons,
            LocalDate day) {
        var items = new ArrayList<Item>();
        items.add(Item.plan(1, null));
        arriving.addons().stream()
                .distinct()
                .forEach(
                        name ->
                                items.add(
                                        Item.addon(
                                                requireNonNull(addons.get(name)),
                                                Collections.frequency(arriving.addons(), name),
                                                null)));
        var terms =
                new Terms(
                        added.customer().id(),
                        added.billingGroup(),
                        plan.id(),
                        arriving.currency(),
                        plan.interval(),
                        null,
                        items);
        return NewSubscription.starting(terms, day, day);
    }

    private static NewCustomer newCustomer(DemoCustomer arriving, LocalDate day) {
        return new NewCustomer(
                arriving.externalId(),
                arriving.name(),
                arriving.email(),
                null,
                null,
                arriving.address(),
                null,
                arriving.taxId(),
                null,
                arriving.paymentKind(),
                null,
                CurrencyUnit.of(arriving.currency()),
                null,
                null,
                day,
                null,
                null,
                List.of("Sue Support"),
                null,
                null,
                null,
                null);
    }
}
