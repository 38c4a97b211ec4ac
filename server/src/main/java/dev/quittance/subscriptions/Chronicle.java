package dev.quittance.subscriptions;

import static java.util.Objects.requireNonNull;

import dev.quittance.platform.Change;
import dev.quittance.platform.Event;
import dev.quittance.platform.HistoryEntry;
import dev.quittance.platform.News;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells what happened to subscriptions: in the history, as events, and live. */
@Component
class Chronicle {
    private static final String SUBSCRIPTION = "SUBSCRIPTION";

    private final News news;

    Chronicle(News news) {
        this.news = news;
    }

    /** Call in the transaction that makes the changes. */
    Mono<Void> tell(List<SubscriptionChange> told) {
        return news.tell(told.stream().map(Chronicle::entry).toList(), events(told), changes(told));
    }

    private static List<Change> changes(List<SubscriptionChange> told) {
        return switch (told.size()) {
            case 0 -> List.of();
            case 1 -> List.of(change(told.getFirst().after()));
            default -> List.of(new Change(SUBSCRIPTION, null, null));
        };
    }

    private static Change change(SubscriptionContract after) {
        return new Change(SUBSCRIPTION, after.id(), after.customer());
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
