package dev.quittance.demo;

import static org.springframework.graphql.data.ArgumentValue.ofNullable;
import static org.springframework.graphql.data.ArgumentValue.omitted;

import dev.quittance.organization.Address;
import dev.quittance.organization.BankDetail;
import dev.quittance.organization.NewTaxRate;
import dev.quittance.organization.OrganizationChange;
import dev.quittance.organization.Organizations;
import dev.quittance.organization.TaxCategory;
import dev.quittance.organization.TaxRates;
import dev.quittance.organization.TaxTreatment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
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

    private final Organizations organizations;
    private final TaxRates taxes;

    private record Rate(String name, String country, @Nullable String region, String percent) {}

    DemoMerchant(Organizations organizations, TaxRates taxes) {
        this.organizations = organizations;
        this.taxes = taxes;
    }

    /** Sets up the merchant; answers the tax category of what it sells. */
    Mono<TaxCategory> make() {
        return organizations
                .update(profile())
                .then(taxes.createCategory("Digital services"))
                .delayUntil(
                        category ->
                                Flux.fromIterable(RATES)
                                        .concatMap(rate -> taxes.add(rate(category, rate))));
    }

    private static NewTaxRate rate(TaxCategory category, Rate rate) {
        return new NewTaxRate(
                category.id(),
                rate.name(),
                rate.country(),
                rate.region(),
                new BigDecimal(rate.percent()),
                TaxTreatment.STANDARD,
                LONG_AGO);
    }

    private static OrganizationChange profile() {
        return new OrganizationChange(
                ofNullable("Northwind Hosting"),
                ofNullable("Northwind Hosting GmbH"),
                ofNullable(new Address(null, "Torstraße 140", null, "Berlin", null, "10119", "DE")),
                ofNullable("DE 999 999 999"),
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
