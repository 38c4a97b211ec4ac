package dev.quittance.subscriptions;

import dev.quittance.catalog.Catalog;
import dev.quittance.preferences.KnownThings;
import dev.quittance.preferences.PreferenceLevel;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/**
 * Says for the subscriptions of which plans preferences can be set, and which plans they may name.
 */
@Component
class PreferencesOfPlans implements KnownThings {
    private final Catalog catalog;

    PreferencesOfPlans(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public PreferenceLevel level() {
        return PreferenceLevel.PLAN;
    }

    @Override
    public Flux<UUID> known(Collection<UUID> ids) {
        return catalog.plans(ids).flatMapIterable(Map::keySet);
    }
}
