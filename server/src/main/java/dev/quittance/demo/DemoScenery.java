package dev.quittance.demo;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What must be there before the demo's first customer comes: merchant, taxes, plans and staff. */
@Component
class DemoScenery {
    private final DemoMerchant merchant;
    private final DemoCatalog catalog;
    private final DemoStaff staff;

    DemoScenery(DemoMerchant merchant, DemoCatalog catalog, DemoStaff staff) {
        this.merchant = merchant;
        this.catalog = catalog;
        this.staff = staff;
    }

    Mono<Void> make() {
        return merchant.make().flatMap(catalog::make).then(Mono.defer(staff::make));
    }
}
