package dev.quittance.platform;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A listener of tests: remembers in the database what it heard, and fails when told to. */
@Component
class Rememberer implements Listener<Happened> {
    static final List<String> CALLS = new CopyOnWriteArrayList<>();
    private static final Map<UUID, Integer> FAILURES = new ConcurrentHashMap<>();

    private final DatabaseClient db;

    Rememberer(DatabaseClient db) {
        this.db = db;
    }

    static void failNext(UUID stream, int times) {
        FAILURES.put(stream, times);
    }

    @Override
    public Class<Happened> event() {
        return Happened.class;
    }

    @Override
    public Mono<Void> on(Happened event) {
        return db.sql(
                        """
                        insert into history_entry (id, at, on_day, actor_kind, actor, subject_kind, subject_id, what)
                        values (:id, now(), '2030-01-01', 'SYSTEM', 'Test', 'HAPPENED', :stream, :what)
                        """)
                .bind("id", Ids.next())
                .bind("stream", event.stream())
                .bind("what", event.what())
                .then()
                .then(Mono.fromRunnable(() -> heard(event)));
    }

    private static void heard(Happened event) {
        CALLS.add(event.what());
        var left = FAILURES.getOrDefault(event.stream(), 0);
        if (left > 0) {
            FAILURES.put(event.stream(), left - 1);
            throw new IllegalStateException("told to fail");
        }
    }
}
