package dev.quittance.takeover;

import dev.quittance.imports.ImportFault;
import dev.quittance.platform.Amounts;
import dev.quittance.platform.Columns;
import dev.quittance.platform.JsonText;
import dev.quittance.subscriptions.FormerBilling.Before;
import dev.quittance.takeover.TakeOverRow.Placed;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The rows that could be read, and what came of each. */
@Repository
class TakeOverRows {
    /** Faults that the check of the whole file finds stand behind those of the row. */
    private static final int TWICE_IN_FILE = 1000;

    private final DatabaseClient db;

    /** A row that was taken in. */
    record Made(
            UUID id,
            UUID customer,
            String currency,
            long minor,
            TakeOverRow row,
            @Nullable Before before) {}

    TakeOverRows(DatabaseClient db) {
        this.db = db;
    }

    /** Forgets what an earlier check read. */
    Mono<Void> clear(UUID file) {
        return db.sql("delete from take_over_row where import_id = :id").bind("id", file).then();
    }

    Mono<Void> add(UUID file, List<Placed> rows) {
        return db.sql(
                        """
                        insert into take_over_row (import_id, line, kind, customer_id, key, currency, amount_minor, body)
                        select :file, r.line, r.kind, r.customer, r.key, r.currency, r.amount, r.body::jsonb
                          from unnest(:lines::int[], :kinds::text[], :customers::uuid[], :keys::text[], :currencies::text[],
                                      :amounts::bigint[], :bodies::text[])
                               as r (line, kind, customer, key, currency, amount, body)
                        """)
                .bind("file", file)
                .bind("lines", rows.stream().map(one -> one.row().line()).toArray(Integer[]::new))
                .bind("kinds", texts(rows, one -> one.row().kind().name()))
                .bind("customers", rows.stream().map(Placed::customer).toArray(UUID[]::new))
                .bind("keys", texts(rows, Placed::key))
                .bind("currencies", texts(rows, Placed::currency))
                .bind("amounts", rows.stream().map(one -> minor(one.row())).toArray(Long[]::new))
                .bind("bodies", texts(rows, one -> JsonText.write(one.row())))
                .then();
    }

    private static long minor(TakeOverRow row) {
        return row.amount() == null ? 0 : Amounts.minor(row.amount());
    }

    /** Rows whose number, balance or subscription stands further up in the file already. */
    Flux<ImportFault> twins(UUID file, String column) {
        return db.sql(
                        """
                        select line, first_line
                          from (select line, min(line) over (partition by key) as first_line
                                  from take_over_row where import_id = :file) seen
                         where line > first_line
                         order by line
                        """)
                .bind("file", file)
                .map(
                        row -> {
                            var found = new Columns(row);
                            return new ImportFault(
                                    found.integer("line"),
                                    TWICE_IN_FILE,
                                    column,
                                    "The same stands in line %d already"
                                            .formatted(found.integer("first_line")));
                        })
                .all();
    }

    /** Which of these keys were taken over and not taken back. */
    Flux<String> made(TakeOverKind kind, List<String> keys) {
        return db.sql(
                        """
                        select key from take_over_row
                         where kind = :kind and key = any(:keys) and made_id is not null and not undone
                        """)
                .bind("kind", kind.name())
                .bind("keys", keys.toArray(String[]::new))
                .mapValue(String.class)
                .all();
    }

    /** The next good rows that are to be taken in. */
    Flux<Placed> good(UUID file, int afterLine, int limit) {
        return db.sql(
                        """
                        select r.customer_id, r.key, r.currency, r.body
                          from take_over_row r
                         cross join lateral (
                               select i.state from import_row i where i.import_id = r.import_id and i.line = r.line offset 0) i
                         where r.import_id = :file and r.line > :after and i.state = 'GOOD'
                         order by r.line limit :limit
                        """)
                .bind("file", file)
                .bind("after", afterLine)
                .bind("limit", limit)
                .map(TakeOverRows::placed)
                .all();
    }

    private static Placed placed(Readable row) {
        var column = new Columns(row);
        var read = column.json("body", TakeOverRow.class);
        var key = column.text("key");
        return new Placed(
                read,
                column.id("customer_id"),
                read.kind().money() ? null : UUID.fromString(key),
                key,
                column.text("currency"));
    }

    /** Notes what came of rows, in the transaction that makes it. */
    Mono<Void> keepMade(UUID file, List<Integer> lines, List<UUID> ids, List<String> before) {
        return db.sql(
                        """
                        update take_over_row r set made_id = m.id, before = m.before::jsonb
                          from unnest(:lines::int[], :ids::uuid[], :befores::text[]) as m (line, id, before)
                         where r.import_id = :file and r.line = m.line
                        """)
                .bind("file", file)
                .bind("lines", lines.toArray(Integer[]::new))
                .bind("ids", ids.toArray(UUID[]::new))
                .bind("befores", before.toArray(String[]::new))
                .then();
    }

    /** All that came of a file. */
    Flux<Made> made(UUID file) {
        return db.sql(
                        """
                        select made_id, customer_id, currency, amount_minor, body, before
                          from take_over_row
                         where import_id = :file and made_id is not null and not undone
                         order by line
                        """)
                .bind("file", file)
                .map(
                        row -> {
                            var column = new Columns(row);
                            return new Made(
                                    column.id("made_id"),
                                    column.id("customer_id"),
                                    column.text("currency"),
                                    column.number("amount_minor"),
                                    column.json("body", TakeOverRow.class),
                                    column.jsonOrNull("before", Before.class));
                        })
                .all();
    }

    Mono<Void> undone(UUID file) {
        return db.sql(
                        """
                        update take_over_row set undone = true where import_id = :file and made_id is not null
                        """)
                .bind("file", file)
                .then();
    }

    private static <T> String[] texts(List<T> rows, Function<T, String> text) {
        return rows.stream().map(text).toArray(String[]::new);
    }
}
