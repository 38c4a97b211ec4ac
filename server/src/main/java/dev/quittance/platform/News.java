package dev.quittance.platform;

import dev.quittance.platform.NewsRepository.By;
import dev.quittance.platform.NewsRepository.Told;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Notes what happened in the history, keeps it for listeners and tells it to whoever is looking:
 * all three in one statement of the transaction in which it happens.
 */
@Component
public class News {
    private final NewsRepository repository;
    private final Listeners listeners;
    private final BusinessClock clock;

    News(NewsRepository repository, Listeners listeners, BusinessClock clock) {
        this.repository = repository;
        this.listeners = listeners;
        this.clock = clock;
    }

    /** The current caller did it, today. The order of events is kept within a stream. */
    public Mono<Void> tell(
            List<HistoryEntry.New> entries, List<? extends Event> events, List<Change> changes) {
        return entries.isEmpty()
                ? tell(By.NOBODY, entries, events, changes)
                : clock.today().flatMap(today -> tell(today, entries, events, changes));
    }

    /**
     * The same for whoever knows the day.
     *
     * @param today in the organisation's zone
     */
    public Mono<Void> tell(
            LocalDate today,
            List<HistoryEntry.New> entries,
            List<? extends Event> events,
            List<Change> changes) {
        return Caller.current()
                .flatMap(caller -> tell(new By(caller, today), entries, events, changes));
    }

    private Mono<Void> tell(
            By by,
            List<HistoryEntry.New> entries,
            List<? extends Event> events,
            List<Change> changes) {
        if (entries.isEmpty() && events.isEmpty() && changes.isEmpty()) {
            return Mono.empty();
        }
        var told = events.stream().map(event -> new Told(event, listeners.of(event))).toList();
        return repository.insert(by, entries, told, changes);
    }
}
