package dev.quittance.platform;

import dev.quittance.platform.Below.Row;
import dev.quittance.platform.HistoryEntry.New;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** What happened to everything: who, when, before, after, why. Only ever added to. */
@Component
public class History {
    /** The kind of subject below which stands whatever happened to a customer. */
    public static final String CUSTOMER = "CUSTOMER";

    private static final UUID LAST_ID = new UUID(-1, -1);

    private static final String OF_SUBJECTS =
            """
            select s.id as parent, h.id, h.at, h.on_day, h.actor, h.what, h.before, h.after, h.reason
              from unnest(:subjects::uuid[]) as s (id)
             cross join lateral (select *
                                   from history_entry
                                  where subject_kind = :kind and subject_id = s.id and id < :before
                                  order by id desc
                                  limit :first + 1) h
             order by s.id, h.id desc
            """;

    private static final String OF_CUSTOMERS =
            """
            select s.id as parent, h.id, h.at, h.on_day, h.actor, h.what, h.before, h.after, h.reason
              from unnest(:subjects::uuid[]) as s (id)
             cross join lateral (select *
                                   from history_entry
                                  where customer_id = s.id and id < :before
                                  order by id desc
                                  limit :first + 1) h
             order by s.id, h.id desc
            """;

    private final DatabaseClient db;
    private final News news;

    History(DatabaseClient db, News news) {
        this.db = db;
        this.news = news;
    }

    public Mono<Void> add(New... entries) {
        return add(List.of(entries));
    }

    /** Notes what the current caller did; call it in the transaction that does it. */
    public Mono<Void> add(List<New> entries) {
        return news.tell(entries, List.of(), List.of());
    }

    /**
     * What happened to each of several subjects of one kind, newest first; to a customer, also what
     * happened to all that is theirs.
     */
    public Flux<Row<HistoryEntry>> below(Collection<UUID> subjects, String kind, Page page) {
        var sql =
                kind.equals(CUSTOMER)
                        ? db.sql(OF_CUSTOMERS)
                        : db.sql(OF_SUBJECTS).bind("kind", kind);
        return sql.bind("subjects", subjects.toArray(UUID[]::new))
                .bind("before", Objects.requireNonNullElse(page.id(0), LAST_ID))
                .bind("first", page.first())
                .map(row -> new Row<>(new Columns(row).id("parent"), entry(row)))
                .all();
    }

    private static HistoryEntry entry(Readable row) {
        var column = new Columns(row);
        return new HistoryEntry(
                column.id("id"),
                column.at("at"),
                column.day("on_day"),
                column.text("actor"),
                column.text("what"),
                column.textOrNull("reason"),
                FactChange.between(node(row, "before"), node(row, "after")));
    }

    private static @Nullable JsonNode node(Readable row, String name) {
        var json = row.get(name, Json.class);
        return json == null ? null : JsonText.read(json.asString(), JsonNode.class);
    }
}
