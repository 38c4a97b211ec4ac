package dev.quittance.platform;

import dev.quittance.platform.Notifications.Heard;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.BufferOverflowStrategy;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells what changed, live, to whoever looks at it on any server. */
@Component
public class Changes {
    static final String CHANNEL = "quittance_change";

    /** The kinds of things whose changes are told; the schema's enum {@code ChangeKind}. */
    static final List<String> KINDS =
            List.of(
                    "INVOICE",
                    "PAYMENT",
                    "SUBSCRIPTION",
                    "CUSTOMER",
                    "BILL_RUN",
                    "IMPORT",
                    "BANK_STATEMENT",
                    "CLOCK",
                    "MAIL",
                    "SESSION",
                    "BOOKS_CHECK",
                    "DISPUTE",
                    "PREFERENCES",
                    "GATEWAY_EVENT",
                    "NOTICE",
                    ParkedDeliveries.KIND);

    private static final int BEHIND = 1000;

    private final DatabaseClient db;
    private final Notifications notifications;

    Changes(DatabaseClient db, Notifications notifications) {
        this.db = db;
        this.notifications = notifications;
    }

    /** Tells that one thing changed, when the present transaction commits. */
    public Mono<Void> announce(String kind, UUID id, @Nullable UUID customer) {
        return announce(List.of(new Change(kind, id, customer)));
    }

    /** Tells that several things changed, when the present transaction commits. */
    public Mono<Void> announce(List<Change> changes) {
        return changes.isEmpty() ? Mono.empty() : notify(changes);
    }

    /** Tells that many things of a kind changed, when the present transaction commits. */
    public Mono<Void> announceAll(String kind) {
        return notify(List.of(new Change(kind, null, null)));
    }

    /**
     * Every change from now on. After a broken connection one change without id is told for each
     * kind, since some may have been missed. A subscriber that is too slow loses the oldest.
     */
    public Flux<Change> stream() {
        return notifications.stream()
                .concatMapIterable(Changes::read)
                .onBackpressureBuffer(BEHIND, BufferOverflowStrategy.DROP_OLDEST);
    }

    /** The changes of one kind. */
    public Flux<Change> stream(String kind) {
        return stream().filter(change -> change.kind().equals(kind));
    }

    /** The changes of one kind that concern a caller. */
    public Flux<Change> stream(String kind, Caller caller) {
        return stream(kind).filter(change -> change.concerns(caller));
    }

    private Mono<Void> notify(List<Change> changes) {
        return db.sql(
                        "select pg_notify('quittance_change', payload) from unnest(:payloads) payload")
                .bind("payloads", changes.stream().map(Changes::text).toArray(String[]::new))
                .then();
    }

    private static List<Change> read(Heard heard) {
        return switch (heard.channel()) {
            case CHANNEL -> List.of(change(heard.payload()));
            case Notifications.CONNECTED ->
                    KINDS.stream().map(kind -> new Change(kind, null, null)).toList();
            default -> List.of();
        };
    }

    static String text(Change change) {
        return String.join(" ", change.kind(), text(change.id()), text(change.customer()));
    }

    private static String text(@Nullable UUID id) {
        return id == null ? "-" : id.toString();
    }

    private static Change change(String payload) {
        var parts = payload.split(" ");
        return new Change(parts[0], id(parts[1]), id(parts[2]));
    }

    private static @Nullable UUID id(String text) {
        return text.equals("-") ? null : UUID.fromString(text);
    }
}
