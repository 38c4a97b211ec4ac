package dev.quittance.imports;

import dev.quittance.catalog.Plan;
import dev.quittance.customers.AddedCustomer;
import dev.quittance.customers.CustomerKeeping;
import dev.quittance.platform.Caller;
import dev.quittance.subscriptions.NewSubscription;
import dev.quittance.subscriptions.NewSubscription.Item;
import dev.quittance.subscriptions.NewSubscription.Terms;
import dev.quittance.subscriptions.Subscriptions;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/** Makes customers and their subscriptions of good rows, in the caller's transaction. */
@Component
class ImportedCustomers {
    private final ImportCatalog catalog;
    private final CustomerKeeping customers;
    private final Subscriptions subscriptions;

    ImportedCustomers(
            ImportCatalog catalog, CustomerKeeping customers, Subscriptions subscriptions) {
        this.catalog = catalog;
        this.customers = customers;
        this.subscriptions = subscriptions;
    }

    /** What all subscriptions of an import have in common. */
    private record Offer(Plan plan, Map<String, UUID> addons, LocalDate from) {}

    Mono<Void> make(CustomerImport work, List<CustomerRow> rows) {
        return Mono.zip(
                        offer(work),
                        customers.createAll(rows.stream().map(CustomerRow::customer).toList()))
                .flatMap(t -> subscriptions.createAll(subscriptions(t.getT1(), t.getT2(), rows)))
                .then()
                .contextWrite(context -> runner(work).in(Context.of(context)));
    }

    private Mono<Offer> offer(CustomerImport work) {
        return catalog.plan(work.mapping())
                .zipWhen(_ -> catalog.addons(work.addons(), work.mapping().currency()))
                .map(t -> new Offer(t.getT1(), t.getT2(), Objects.requireNonNull(work.importOn())));
    }

    private static List<NewSubscription> subscriptions(
            Offer offer, List<AddedCustomer> added, List<CustomerRow> rows) {
        return IntStream.range(0, rows.size())
                .mapToObj(i -> subscription(offer, added.get(i), rows.get(i)))
                .toList();
    }

    private static NewSubscription subscription(Offer offer, AddedCustomer added, CustomerRow row) {
        var months = row.minimumTermMonths();
        var terms =
                new Terms(
                        added.customer().id(),
                        added.billingGroup(),
                        offer.plan().id(),
                        added.customer().currency().getCode(),
                        offer.plan().interval(),
                        months == 0 ? null : months,
                        items(offer, row));
        return NewSubscription.starting(terms, offer.from(), offer.from());
    }

    private static List<Item> items(Offer offer, CustomerRow row) {
        var price = row.price() == null ? null : row.price().getAmount();
        var addons =
                row.addons().stream()
                        .map(
                                name ->
                                        Objects.requireNonNull(
                                                offer.addons().get(ImportCatalog.plain(name))))
                        .distinct()
                        .map(addon -> Item.addon(addon, 1, BigDecimal.ZERO));
        return Stream.concat(Stream.of(Item.plan(1, price)), addons).toList();
    }

    /** The history names who ran the import, though a worker does it. */
    private static Caller runner(CustomerImport work) {
        return work.runBy() == null || work.runByName() == null
                ? Caller.SYSTEM
                : new Caller(
                        Caller.Kind.STAFF, work.runBy(), work.runByName(), Set.of(), null, null);
    }
}
