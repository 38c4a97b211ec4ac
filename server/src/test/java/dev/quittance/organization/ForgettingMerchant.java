package dev.quittance.organization;

import dev.quittance.testing.DatabaseRenewed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Forgets the merchant and the tax rates of the test class before. Tests only. */
@Component
class ForgettingMerchant {
    private final Organizations organizations;
    private final TaxRates rates;
    private final TaxSettings settings;

    ForgettingMerchant(Organizations organizations, TaxRates rates, TaxSettings settings) {
        this.organizations = organizations;
        this.rates = rates;
        this.settings = settings;
    }

    @EventListener
    void on(DatabaseRenewed renewed) {
        organizations.forget();
        rates.forget();
        settings.forget();
    }
}
