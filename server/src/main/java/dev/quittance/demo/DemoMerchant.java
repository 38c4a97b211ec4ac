package dev.quittance.demo;

import static org.springframework.graphql.data.ArgumentValue.ofNullable;
import static org.springframework.graphql.data.ArgumentValue.omitted;

import dev.quittance.exchange.ExchangeRates;
import dev.quittance.organization.Address;
import dev.quittance.organization.BankDetail;
import dev.quittance.organization.NewTaxRate;
import dev.quittance.organization.OrganizationChange;
import dev.quittance.organization.Organizations;
import dev.quittance.organization.TaxCategory;
import dev.quittance.organization.TaxPlace;
import dev.quittance.organization.TaxRates;
import dev.quittance.organization.TaxSettings;
import dev.quittance.organization.TaxTreatment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The merchant of the demo and the tax rates it knows. */
@Component
class DemoMerchant {
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
    private static final List<Rate> RATES =
            List.of(
                    new Rate("VAT", "DE", null, "19"),
                    new Rate("VAT", "FR", null, "20"),
                    new Rate("VAT", "PL", null, "23"),
                    new Rate("VAT", "GR", null, "24"),
                    new Rate("VAT", "BG", null, "20"),
                    new Rate("VAT", "NO", null, "25"),
                    new Rate("VAT", "GB", null, "20"),
                    new Rate("Sales tax", "US", "WA", "6.5"));

    private static final Map<CurrencyUnit, BigDecimal> EXCHANGE =
            Map.of(
                    CurrencyUnit.USD,
                    new BigDecimal("0.92"),
                    CurrencyUnit.GBP,
                    new BigDecimal("1.17"),
                    CurrencyUnit.JPY,
                    new BigDecimal("0.0062"),
                    CurrencyUnit.of("NOK"),
                    new BigDecimal("0.087"),
                    CurrencyUnit.of("PLN"),
                    new BigDecimal("0.232"));

    private final Organizations organizations;
    private final TaxRates taxes;
    private final TaxSettings settings;
    private final ExchangeRates exchange;

    private record Rate(String name, String country, @Nullable String region, String percent) {}

    DemoMerchant(
            Organizations organizations,
            TaxRates taxes,
            TaxSettings settings,
            ExchangeRates exchange) {
        this.organizations = organizations;
        this.taxes = taxes;
        this.settings = settings;
        this.exchange = exchange;
    }

    /** Sets up the merchant; answers the tax category of what it sells. */
    Mono<TaxCategory> make() {
        return organizations
                .update(profile())
                // The clock of a demo runs ahead of whoever would enter rates.
                .then(settings.acceptAnyExchangeRate())
                .thenMany(Flux.fromIterable(EXCHANGE.entrySet()))
                .concatMap(one -> exchange.set(one.getKey(), LONG_AGO, one.getValue()))
                .then(taxes.createCategory("Digital services", TaxTreatment.STANDARD))
                .delayUntil(
                        category ->
                                Flux.fromIterable(RATES)
                                        .concatMap(rate -> taxes.add(rate(category, rate))));
    }

    private static NewTaxRate rate(TaxCategory category, Rate rate) {
        return NewTaxRate.of(
                category,
                rate.name(),
                new TaxPlace(rate.country(), rate.region(), null),
                new BigDecimal(rate.percent()),
                LONG_AGO);
    }

    private static OrganizationChange profile() {
        return new OrganizationChange(
                ofNullable("Northwind Hosting"),
                ofNullable("Northwind Hosting GmbH"),
                ofNullable(new Address(null, "Torstraße 140", null, "Berlin", null, "10119", "DE")),
                ofNullable("DE 999 999 995"),
                ofNullable("billing@northwind-hosting.example"),
                ofNullable("+49 30 5557 0142"),
                ofNullable("https://northwind-hosting.example"),
                ofNullable("Europe/Berlin"),
                ofNullable("#2f6fed"),
                ofNullable(
                        List.of(
                                new BankDetail("IBAN", "DE02 1203 0000 0000 2020 51"),
                                new BankDetail("BIC", "BYLADEM1001"))),
                ofNullable(CurrencyUnit.EUR),
                ofNullable(14),
                ofNullable("Northwind Hosting GmbH is invented. Nothing here has to be paid."),
                omitted());
    }
}
