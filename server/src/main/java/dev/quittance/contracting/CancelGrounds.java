package dev.quittance.contracting;

import dev.quittance.catalog.CancelReasons;
import dev.quittance.catalog.Catalog;
import dev.quittance.contracting.BusinessDays.Today;
import dev.quittance.subscriptions.LifeSettings;
import dev.quittance.subscriptions.SubscriptionContract;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds what the merchant has set about cancellations. */
@Component
class CancelGrounds {
    private final Catalog catalog;
    private final LifeSettings settings;
    private final CancelReasons reasons;

    CancelGrounds(Catalog catalog, LifeSettings settings, CancelReasons reasons) {
        this.catalog = catalog;
        this.settings = settings;
        this.reasons = reasons;
    }

    Mono<Cancel.Ground> of(SubscriptionContract found, Today days) {
        return Mono.zip(catalog.plan(found.plan()), settings.current(), reasons.all())
                .map(
                        known ->
                                new Cancel.Ground(
                                        days,
                                        known.getT1().terms().noticeDays(),
                                        known.getT2().cancelUnused(),
                                        known.getT3()));
    }
}
