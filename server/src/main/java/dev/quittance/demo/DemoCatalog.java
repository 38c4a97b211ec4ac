package dev.quittance.demo;

import dev.quittance.catalog.AddonPriceInput;
import dev.quittance.catalog.Assortment;
import dev.quittance.catalog.Interval;
import dev.quittance.catalog.IntervalUnit;
import dev.quittance.catalog.NewAddon;
import dev.quittance.catalog.NewPlan;
import dev.quittance.catalog.NewProduct;
import dev.quittance.catalog.PlanPriceInput;
import dev.quittance.catalog.Plans;
import dev.quittance.catalog.Product;
import dev.quittance.organization.TaxCategory;
import dev.quittance.platform.MoneyInput;
import java.math.BigDecimal;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the merchant of the demo sells. */
@Component
class DemoCatalog {
    private static final Interval MONTHLY = new Interval(1, IntervalUnit.MONTH);
    private static final Interval YEARLY = new Interval(1, IntervalUnit.YEAR);
    private final Assortment assortment;
    private final Plans plans;

    DemoCatalog(Assortment assortment, Plans plans) {
        this.assortment = assortment;
        this.plans = plans;
    }

    Mono<Void> make(TaxCategory taxed) {
        return product("Web hosting", "Sites and mail on shared machines", taxed)
                .flatMap(this::hosting)
                .then(product("Managed servers", "Machines of your own, looked after by us", taxed))
                .flatMap(this::servers);
    }

    private Mono<Void> hosting(Product product) {
        return Flux.concat(
                        plan(
                                product,
                                "Starter",
                                MONTHLY,
                                null,
                                "EUR 9.00",
                                "USD 10.00",
                                "GBP 8.00",
                                "JPY 1500"),
                        plan(
                                product,
                                "Business",
                                MONTHLY,
                                "25.00",
                                "EUR 29.90",
                                "USD 32.00",
                                "GBP 26.00",
                                "JPY 4800"),
                        addon(
                                product,
                                "Extra mailbox",
                                "EUR 2.00",
                                "USD 2.20",
                                "GBP 1.80",
                                "JPY 300"),
                        addon(
                                product,
                                "Daily backup",
                                "EUR 5.50",
                                "USD 6.00",
                                "GBP 4.90",
                                "JPY 900"))
                .then();
    }

    private Mono<Void> servers(Product product) {
        return Flux.concat(
                        plan(
                                product,
                                "Managed server",
                                MONTHLY,
                                null,
                                "EUR 149.00",
                                "USD 159.00",
                                "GBP 129.00"),
                        plan(
                                product,
                                "Enterprise, yearly",
                                YEARLY,
                                null,
                                "EUR 1990.00",
                                "USD 2190.00",
                                "GBP 1790.00"),
                        addon(product, "Dedicated IP", "EUR 4.00", "USD 4.50", "GBP 3.60"))
                .then();
    }

    private Mono<Product> product(String name, String description, TaxCategory taxed) {
        return assortment.create(new NewProduct(name, description, taxed.id()));
    }

    /**
     * @param euroSetupFee once, for who pays in euros
     */
    private Mono<Void> plan(
            Product product,
            String name,
            Interval interval,
            @Nullable String euroSetupFee,
            String... prices) {
        var priced =
                List.of(prices).stream()
                        .map(Money::parse)
                        .map(
                                price ->
                                        PlanPriceInput.perUnit(
                                                input(price), fee(price, euroSetupFee)))
                        .toList();
        return plans.create(
                        new NewPlan(
                                product.id(),
                                name,
                                null,
                                null,
                                interval,
                                false,
                                priced,
                                null,
                                null))
                .then();
    }

    private Mono<Void> addon(Product product, String name, String... prices) {
        var priced =
                List.of(prices).stream()
                        .map(Money::parse)
                        .map(DemoCatalog::input)
                        .map(AddonPriceInput::perUnit)
                        .toList();
        return assortment.create(NewAddon.recurring(product.id(), name, priced)).then();
    }

    private static @Nullable MoneyInput fee(Money price, @Nullable String euros) {
        return euros != null && price.getCurrencyUnit().equals(CurrencyUnit.EUR)
                ? new MoneyInput(new BigDecimal(euros), CurrencyUnit.EUR)
                : null;
    }

    private static MoneyInput input(Money price) {
        return new MoneyInput(price.getAmount(), price.getCurrencyUnit());
    }
}
