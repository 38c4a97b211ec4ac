package dev.quittance.platform;

import dev.quittance.platform.Below.Row;
import dev.quittance.platform.HistoryEntry.New;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
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
    private final BusinessClock clock;

    History(DatabaseClient db, BusinessClock clock) {
        this.db = db;
        this.clock = clock;
    }

    public Mono<Void> add(New... entries) {
        return add(List.of(entries));
    }

    /** Notes what the current caller did; call it in the transaction that does it. */
    public Mono<Void> add(List<New> entries) {
        return entries.isEmpty()
                ? Mono.empty()
                : Mono.zip(Caller.current(), clock.today())
                        .flatMap(by -> insert(entries, by.getT1(), by.getT2()));
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

    private Mono<Void> insert(List<New> entries, Caller by, LocalDate today) {
        var sql =
                db.sql(
                                """
                                insert into history_entry (id, at, on_day, actor_kind, actor_id, actor,
                                       subject_kind, subject_id, customer_id, what, before, after, reason)
                                select e.id, :at, :today, :actorKind, :actorId, :actor,
                                       e.kind, e.subject, e.customer, e.what, e.before::jsonb, e.after::jsonb, e.reason
                                  from unnest(:ids::uuid[], :kinds::text[], :subjects::uuid[], :customers::uuid[],
                                              :whats::text[], :befores::text[], :afters::text[], :reasons::text[])
                                       as e (id, kind, subject, customer, what, before, after, reason)
                                """)
                        .bind("at", OffsetDateTime.now(ZoneOffset.UTC))
                        .bind("today", today)
                        .bind("actorKind", by.kind().name())
                        .bind("actor", by.name());
        var actor = by.id();
        return (actor == null ? sql.bindNull("actorId", UUID.class) : sql.bind("actorId", actor))
                .bind("ids", ids(entries, _ -> Ids.next()))
                .bind("kinds", texts(entries, New::kind))
                .bind("subjects", ids(entries, New::subject))
                .bind("customers", ids(entries, New::customer))
                .bind("whats", texts(entries, New::what))
                .bind("befores", texts(entries, entry -> json(entry.before())))
                .bind("afters", texts(entries, entry -> json(entry.after())))
                .bind("reasons", texts(entries, New::reason))
                .then();
    }

    private static @Nullable String json(@Nullable Object facts) {
        return facts == null ? null : JsonText.write(facts);
    }

    private static String[] texts(List<New> entries, Function<New, @Nullable String> text) {
        return entries.stream().map(text).toArray(String[]::new);
    }

    private static UUID[] ids(List<New> entries, Function<New, @Nullable UUID> id) {
        return entries.stream().map(id).toArray(UUID[]::new);
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
