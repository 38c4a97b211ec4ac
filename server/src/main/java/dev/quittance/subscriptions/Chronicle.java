package dev.quittance.subscriptions;

import static java.util.Objects.requireNonNull;

import dev.quittance.platform.Changes;
import dev.quittance.platform.Event;
import dev.quittance.platform.History;
import dev.quittance.platform.HistoryEntry;
import dev.quittance.platform.Outbox;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells what happened to subscriptions: in the history, as events, and live. */
@Component
class Chronicle {
    private static final String SUBSCRIPTION = "SUBSCRIPTION";

    private final History history;
    private final Outbox outbox;
    private final Changes changes;

    Chronicle(History history, Outbox outbox, Changes changes) {
        this.history = history;
        this.outbox = outbox;
        this.changes = changes;
    }

    /** Call in the transaction that makes the changes. */
    Mono<Void> tell(List<SubscriptionChange> told) {
        return history.add(told.stream().map(Chronicle::entry).toList())
                .then(outbox.add(events(told)))
                .then(announce(told));
    }

    private Mono<Void> announce(List<SubscriptionChange> told) {
        if (told.size() != 1) {
            return told.isEmpty() ? Mono.empty() : changes.announceAll(SUBSCRIPTION);
        }
        var only = told.getFirst().after();
        return changes.announce(SUBSCRIPTION, only.id(), only.customer());
    }

    private static HistoryEntry.New entry(SubscriptionChange change) {
        return new HistoryEntry.New(
                SUBSCRIPTION,
                change.after().id(),
                change.after().customer(),
                change.what(),
                change.factsBefore(),
                change.factsAfter(),
                change.reason());
    }

    private static List<Event> events(List<SubscriptionChange> told) {
        var events = new ArrayList<Event>();
        for (var change : told) {
            var after = change.after();
            if (change.wentLive()) {
                events.add(new SubscriptionWentLive(after.id(), after.customer()));
            }
            if (change.ended()) {
                events.add(
                        new SubscriptionEnded(
                                after.id(), after.customer(), requireNonNull(after.endedOn())));
            }
        }
        return events;
    }
}
