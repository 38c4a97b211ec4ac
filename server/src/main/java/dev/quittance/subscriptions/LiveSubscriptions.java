package dev.quittance.subscriptions;

import dev.quittance.platform.Caller;
import dev.quittance.platform.Change;
import dev.quittance.platform.Changes;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;

/** Tells live that subscriptions changed. */
@Controller
class LiveSubscriptions {
    private final Changes changes;

    LiveSubscriptions(Changes changes) {
        this.changes = changes;
    }

    @SubscriptionMapping
    Flux<Change> contractChanged(@ContextValue Caller caller) {
        return changes.stream("SUBSCRIPTION", caller);
    }
}
