package dev.quittance.organization;

import dev.quittance.testing.DatabaseRenewed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Forgets the merchant and the tax rates of the test class before. Tests only. */
@Component
class ForgettingMerchant {
    private final Organizations organizations;
    private final TaxRates rates;

    ForgettingMerchant(Organizations organizations, TaxRates rates) {
        this.organizations = organizations;
        this.rates = rates;
    }

    @EventListener
    void on(DatabaseRenewed renewed) {
        organizations.forget();
        rates.forget();
    }
}
