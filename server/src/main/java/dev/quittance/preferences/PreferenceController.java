package dev.quittance.preferences;

import dev.quittance.platform.Below;
import dev.quittance.platform.Caller;
import dev.quittance.platform.Change;
import dev.quittance.platform.Changes;
import dev.quittance.platform.HistoryEntry;
import dev.quittance.platform.Page;
import graphql.relay.Connection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The switches of the portal in GraphQL. */
@Controller
class PreferenceController {
    private final Preferences preferences;
    private final Switches switches;
    private final Changes changes;

    PreferenceController(Preferences preferences, Switches switches, Changes changes) {
        this.preferences = preferences;
        this.switches = switches;
        this.changes = changes;
    }

    /** How the switches stand once set. */
    record PreferencesSet(PortalPreferences preferences) {}

    @QueryMapping
    Mono<PortalPreferences> portalPreferences(
            @Argument @Nullable UUID customerId, @Argument @Nullable UUID planId) {
        return preferences.at(new PreferencePlace(customerId, planId));
    }

    @MutationMapping
    Mono<PreferencesSet> setPreferences(@Argument SetPreferencesInput input) {
        return preferences.set(input).map(PreferencesSet::new);
    }

    @SchemaMapping(typeName = "Viewer", field = "portalSwitches")
    Mono<List<PortalSwitchState>> switchesOfViewer(@ContextValue Caller caller) {
        return Mono.justOrEmpty(caller.customer())
                .flatMap(switches::shown)
                .map(PortalSwitches::states)
                .defaultIfEmpty(List.of());
    }

    @SchemaMapping(typeName = "PortalPreferences", field = "history")
    CompletableFuture<Connection<HistoryEntry>> history(
            PortalPreferences preferences,
            @Argument int first,
            @Argument @Nullable String after,
            DataLoader<Below<String>, Connection<HistoryEntry>> history) {
        return history.load(
                new Below<>(preferences.place().id(), PreferenceNews.KIND, Page.of(first, after)));
    }

    @SubscriptionMapping
    Flux<Change> preferencesChanged(@ContextValue Caller caller) {
        return changes.stream(PreferenceNews.KIND, caller);
    }
}
