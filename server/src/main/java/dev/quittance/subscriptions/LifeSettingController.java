package dev.quittance.subscriptions;

import dev.quittance.subscriptions.LifeSetting.Anchor;
import dev.quittance.subscriptions.LifeSetting.FirstPeriod;
import dev.quittance.subscriptions.LifeSetting.UnusedDays;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** The settings of acts on subscriptions in GraphQL. */
@Controller
class LifeSettingController {
    private final LifeSettings settings;

    LifeSettingController(LifeSettings settings) {
        this.settings = settings;
    }

    /** What is left out stays as it is. */
    record UpdateSubscriptionSettingsInput(
            @Nullable Boolean pauseCredits,
            @Nullable UnusedDays cancelUnused,
            @Nullable Anchor resumeAnchor,
            @Nullable Anchor intervalAnchor,
            @Nullable FirstPeriod firstPeriod) {

        LifeSetting applied(LifeSetting present) {
            return new LifeSetting(
                    pauseCredits != null ? pauseCredits : present.pauseCredits(),
                    cancelUnused != null ? cancelUnused : present.cancelUnused(),
                    resumeAnchor != null ? resumeAnchor : present.resumeAnchor(),
                    intervalAnchor != null ? intervalAnchor : present.intervalAnchor(),
                    firstPeriod != null ? firstPeriod : present.firstPeriod());
        }
    }

    record SubscriptionSettingsUpdated(LifeSetting settings) {}

    @QueryMapping
    Mono<LifeSetting> subscriptionSettings() {
        return settings.current();
    }

    @MutationMapping
    Mono<SubscriptionSettingsUpdated> updateSubscriptionSettings(
            @Argument UpdateSubscriptionSettingsInput input) {
        return settings.current()
                .map(input::applied)
                .flatMap(settings::update)
                .map(SubscriptionSettingsUpdated::new);
    }
}
