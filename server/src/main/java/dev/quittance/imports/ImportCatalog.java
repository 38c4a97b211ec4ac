package dev.quittance.imports;

import dev.quittance.catalog.Addon;
import dev.quittance.catalog.AddonPriceInput;
import dev.quittance.catalog.Assortment;
import dev.quittance.catalog.Catalog;
import dev.quittance.catalog.NewAddon;
import dev.quittance.catalog.NewPlan;
import dev.quittance.catalog.NewProduct;
import dev.quittance.catalog.Plan;
import dev.quittance.catalog.PlanOutcome.PlanCreated;
import dev.quittance.catalog.PlanOutcome.PlanNameTaken;
import dev.quittance.catalog.PlanOutcome.PlanUpdated;
import dev.quittance.catalog.PlanPriceInput;
import dev.quittance.catalog.Plans;
import dev.quittance.catalog.Product;
import dev.quittance.platform.Amounts;
import dev.quittance.platform.Faults;
import dev.quittance.platform.MoneyInput;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The plan and the addons that imported customers subscribe to: those there are, else new ones.
 * What is new costs nothing in the catalog, belongs to a product without tax, and each customer's
 * own price stands with their subscription.
 */
@Component
class ImportCatalog {
    private static final String PRODUCT = "Imported services";
    private final Catalog catalog;
    private final Assortment assortment;
    private final Plans plans;

    ImportCatalog(Catalog catalog, Assortment assortment, Plans plans) {
        this.catalog = catalog;
        this.assortment = assortment;
        this.plans = plans;
    }

    /** Refuses a mapping whose plan is there and does not fit. */
    Mono<Void> check(ImportMapping mapping) {
        return catalog.planNamed(mapping.planName())
                .doOnNext(plan -> check(mapping, plan))
                .switchIfEmpty(Mono.fromRunnable(() -> checkNew(mapping)))
                .then();
    }

    private static void check(ImportMapping mapping, Plan plan) {
        var faults = new Faults();
        faults.check(
                plan.interval().equals(mapping.interval()),
                "mapping.interval",
                "The plan %s is billed every %d %s. Choose that interval or another name"
                        .formatted(
                                plan.name(),
                                plan.interval().count(),
                                plan.interval().unit().name().toLowerCase(Locale.ROOT)));
        faults.check(
                plan.priceIn(mapping.currency()).isPresent(),
                "mapping.currency",
                "The plan %s has no price in %s. Add one to it, or choose another name"
                        .formatted(plan.name(), mapping.currency()));
        faults.orThrow();
    }

    private static void checkNew(ImportMapping mapping) {
        var faults = new Faults();
        faults.check(
                mapping.has(ImportField.PRICE),
                "mapping.columns",
                "No column holds the price, and there is no plan %s whose price would be taken"
                        .formatted(mapping.planName()));
        faults.orThrow();
    }

    /** What the plan costs for whoever has no own price. */
    Mono<Money> planPrice(ImportMapping mapping) {
        return catalog.planNamed(mapping.planName())
                .flatMap(plan -> Mono.justOrEmpty(plan.priceIn(mapping.currency())))
                .map(price -> Amounts.round(price.price().getAmount(), mapping.currency()))
                .defaultIfEmpty(Money.zero(mapping.currency()));
    }

    /** The plan, made when it is not there. */
    Mono<Plan> plan(ImportMapping mapping) {
        return catalog.planNamed(mapping.planName())
                .doOnNext(plan -> check(mapping, plan))
                .switchIfEmpty(
                        Mono.defer(() -> product().flatMap(product -> make(mapping, product))));
    }

    private Mono<Plan> make(ImportMapping mapping, Product product) {
        return plans.create(
                        new NewPlan(
                                product.id(),
                                mapping.planName(),
                                null,
                                null,
                                mapping.interval(),
                                false,
                                List.of(PlanPriceInput.perUnit(nothing(mapping.currency()), null)),
                                null,
                                null))
                .map(
                        outcome ->
                                switch (outcome) {
                                    case PlanCreated(var plan) -> plan;
                                    case PlanUpdated(var plan) -> plan;
                                    case PlanNameTaken(var plan) -> plan;
                                });
    }

    /** The addons by name in lower case, made where they are not there. */
    Mono<Map<String, UUID>> addons(List<String> names, CurrencyUnit currency) {
        return catalog.addonsNamed(names)
                .collectMap(addon -> plain(addon.name()), Addon::id)
                .flatMap(
                        found ->
                                Flux.fromIterable(names)
                                        .filter(name -> !found.containsKey(plain(name)))
                                        .distinct(ImportCatalog::plain)
                                        .concatMap(name -> make(name, currency))
                                        .doOnNext(made -> found.put(plain(made.name()), made.id()))
                                        .then(Mono.just(found)));
    }

    private Mono<Addon> make(String name, CurrencyUnit currency) {
        return product()
                .flatMap(
                        product ->
                                assortment.create(
                                        NewAddon.recurring(
                                                product.id(),
                                                name,
                                                List.of(
                                                        AddonPriceInput.perUnit(
                                                                nothing(currency))))));
    }

    private Mono<Product> product() {
        return catalog.productNamed(PRODUCT)
                .switchIfEmpty(
                        Mono.defer(() -> assortment.create(new NewProduct(PRODUCT, null, null))));
    }

    static String plain(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static MoneyInput nothing(CurrencyUnit currency) {
        return new MoneyInput(BigDecimal.ZERO, currency);
    }
}
