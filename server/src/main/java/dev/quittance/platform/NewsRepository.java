package dev.quittance.platform;

import dev.quittance.platform.HistoryEntry.New;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Writes the rows of the history and of the outbox, and wakes whoever waits for them. */
@Repository
class NewsRepository {
    private static final String INSERT =
            """
            with noted as (
              insert into history_entry (id, at, on_day, actor_kind, actor_id, actor,
                     subject_kind, subject_id, customer_id, what, before, after, reason)
              select e.id, :at, :today, :actorKind, :actorId, :actor,
                     e.kind, e.subject, e.customer, e.what, e.before::jsonb, e.after::jsonb, e.reason
                from unnest(:ids::uuid[], :kinds::text[], :subjects::uuid[], :customers::uuid[],
                            :whats::text[], :befores::text[], :afters::text[], :reasons::text[])
                     as e (id, kind, subject, customer, what, before, after, reason)),
            told as (
              select nextval((select pg_get_serial_sequence('event', 'id'))) as id, type, stream, payload, nth
                from unnest(:types::text[], :streams::uuid[], :payloads::text[])
                     with ordinality as t (type, stream, payload, nth)
               order by nth),
            added as (
              insert into event (id, type, stream, payload) overriding system value
              select id, type, stream, payload::jsonb from told
              returning id),
            waiting as (
              insert into delivery (event_id, listener, stream)
              select told.id, d.listener, told.stream
                from unnest(:nths::int[], :listeners::text[]) as d (nth, listener)
                join told on told.nth = d.nth)
            select pg_notify('quittance_outbox', '') from (select count(*) as events from added) done where events > 0
            union all
            select pg_notify('quittance_change', change) from unnest(:changes::text[]) change
            """;

    private final DatabaseClient db;

    NewsRepository(DatabaseClient db) {
        this.db = db;
    }

    /** Who did it, on which business day. */
    record By(Caller caller, LocalDate today) {
        /** For what is only told, and not noted. */
        static final By NOBODY = new By(Caller.SYSTEM, LocalDate.EPOCH);
    }

    /** An event and who is to hear it. */
    record Told(Event event, List<String> listeners) {}

    Mono<Void> insert(By by, List<New> entries, List<Told> told, List<Change> changes) {
        var sql =
                db.sql(INSERT)
                        .bind("at", OffsetDateTime.now(ZoneOffset.UTC))
                        .bind("today", by.today())
                        .bind("actorKind", by.caller().kind().name())
                        .bind("actor", by.caller().name());
        var actor = by.caller().id();
        return (actor == null ? sql.bindNull("actorId", UUID.class) : sql.bind("actorId", actor))
                .bind("ids", ids(entries, _ -> Ids.next()))
                .bind("kinds", texts(entries, New::kind))
                .bind("subjects", ids(entries, New::subject))
                .bind("customers", ids(entries, New::customer))
                .bind("whats", texts(entries, New::what))
                .bind("befores", texts(entries, entry -> json(entry.before())))
                .bind("afters", texts(entries, entry -> json(entry.after())))
                .bind("reasons", texts(entries, New::reason))
                .bind("types", texts(told, one -> one.event().getClass().getSimpleName()))
                .bind("streams", ids(told, one -> one.event().stream()))
                .bind("payloads", texts(told, one -> JsonText.write(one.event())))
                .bind("nths", deliveries(told))
                .bind(
                        "listeners",
                        told.stream()
                                .flatMap(one -> one.listeners().stream())
                                .toArray(String[]::new))
                .bind("changes", texts(changes, Changes::text))
                .then();
    }

    /** Of each delivery, which event it is of, counted from one. */
    private static Integer[] deliveries(List<Told> told) {
        return IntStream.range(0, told.size())
                .boxed()
                .flatMap(i -> told.get(i).listeners().stream().map(_ -> i + 1))
                .toArray(Integer[]::new);
    }

    private static @Nullable String json(@Nullable Object facts) {
        return facts == null ? null : JsonText.write(facts);
    }

    private static <T> String[] texts(List<T> rows, Function<T, @Nullable String> text) {
        return rows.stream().map(text).toArray(String[]::new);
    }

    private static <T> UUID[] ids(List<T> rows, Function<T, @Nullable UUID> id) {
        return rows.stream().map(id).toArray(UUID[]::new);
    }
}
