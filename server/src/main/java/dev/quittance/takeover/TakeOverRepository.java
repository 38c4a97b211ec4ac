package dev.quittance.takeover;

import dev.quittance.platform.Caller;
import dev.quittance.platform.Columns;
import dev.quittance.platform.JsonText;
import dev.quittance.takeover.TakeOver.Facts;
import dev.quittance.takeover.TakeOver.Total;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is kept of a take-over beside its file, and what it adds up to. */
@Repository
class TakeOverRepository {
    private final DatabaseClient db;

    /** What a file adds up to in one currency. */
    record Sum(UUID id, TakeOverFigure figure) {}

    TakeOverRepository(DatabaseClient db) {
        this.db = db;
    }

    /** Two files never take the same in: who comes second sees what the first has made. */
    Mono<Void> oneAtATime() {
        return db.sql("select pg_advisory_xact_lock(52, 0)").then();
    }

    Flux<Facts> facts(Collection<UUID> ids) {
        return db.sql(
                        """
                        select import_id, controls, acknowledgement, acknowledged_by, finished_at, undone_at, undone_by,
                               undo_reason
                          from take_over where import_id = any(:ids)
                        """)
                .bind("ids", ids.toArray(UUID[]::new))
                .map(TakeOverRepository::kept)
                .all();
    }

    private static Facts kept(Readable row) {
        var column = new Columns(row);
        return new Facts(
                column.id("import_id"),
                List.of(column.json("controls", Total[].class)),
                column.textOrNull("acknowledgement"),
                column.textOrNull("acknowledged_by"),
                column.atOrNull("finished_at"),
                column.atOrNull("undone_at"),
                column.textOrNull("undone_by"),
                column.textOrNull("undo_reason"));
    }

    Mono<Void> keepTotals(UUID id, List<Total> totals) {
        return db.sql(
                        """
                        insert into take_over (import_id, controls) values (:id, :controls::jsonb)
                            on conflict (import_id) do update
                           set controls = excluded.controls,
                               acknowledgement = case when take_over.finished_at is not null then take_over.acknowledgement end,
                               acknowledged_by = case when take_over.finished_at is not null then take_over.acknowledged_by end
                        """)
                .bind("id", id)
                .bind("controls", JsonText.write(totals))
                .then();
    }

    Mono<Void> acknowledge(UUID id, String why, Caller by) {
        return db.sql(
                        """
                        update take_over set acknowledgement = :why, acknowledged_by = :by where import_id = :id
                        """)
                .bind("id", id)
                .bind("why", why)
                .bind("by", by.name())
                .then();
    }

    Mono<Void> finish(UUID id) {
        return db.sql(
                        """
                        insert into take_over (import_id, finished_at) values (:id, now())
                            on conflict (import_id) do update set finished_at = now()
                        """)
                .bind("id", id)
                .then();
    }

    Mono<Void> undone(UUID id, String reason, Caller by) {
        return db.sql(
                        """
                        insert into take_over (import_id, undone_at, undone_by, undo_reason) values (:id, now(), :by, :reason)
                            on conflict (import_id) do update
                           set undone_at = now(), undone_by = excluded.undone_by, undo_reason = excluded.undo_reason
                        """)
                .bind("id", id)
                .bind("reason", reason)
                .bind("by", by.name())
                .then();
    }

    /** What the good rows of each file add up to, and what the ledger has of those taken in. */
    Flux<Sum> sums(Collection<UUID> ids) {
        return db.sql(
                        """
                        select r.import_id, r.currency, count(*) filter (where r.amount_minor > 0) as owed_count,
                               coalesce(sum(r.amount_minor) filter (where r.amount_minor > 0), 0)::bigint as owed_minor,
                               count(*) filter (where r.amount_minor < 0) as credit_count,
                               coalesce(-sum(r.amount_minor) filter (where r.amount_minor < 0), 0)::bigint as credit_minor,
                               sum(b.owed)::bigint as booked_owed_minor, sum(b.credit)::bigint as booked_credit_minor
                          from take_over_row r
                         -- Row by row by their keys: rows that were written a moment ago are not in the statistics yet.
                         cross join lateral (
                               select i.state from import_row i where i.import_id = r.import_id and i.line = r.line offset 0) i
                          left join lateral (
                               select coalesce(sum(case when t.debit = 'RECEIVABLE' then t.amount_minor else -t.amount_minor end)
                                                 filter (where t.reason = 'OPENING_RECEIVABLE'), 0) as owed,
                                      coalesce(sum(case when t.credit = 'CUSTOMER_CREDIT' then t.amount_minor else -t.amount_minor end)
                                                 filter (where t.reason = 'OPENING_CREDIT'), 0) as credit
                                 from transfer t where t.source_kind = 'OPENING' and t.source_id = r.made_id offset 0) b
                            on r.made_id is not null
                         where r.import_id = any(:ids) and r.kind <> 'NEXT_BILLING_DATES' and i.state in ('GOOD', 'IMPORTED')
                         group by r.import_id, r.currency
                         order by r.import_id, r.currency
                        """)
                .bind("ids", ids.toArray(UUID[]::new))
                .map(TakeOverRepository::sum)
                .all();
    }

    private static Sum sum(Readable row) {
        var column = new Columns(row);
        var currency = CurrencyUnit.of(column.text("currency"));
        return new Sum(
                column.id("import_id"),
                new TakeOverFigure(
                        currency,
                        Math.toIntExact(column.number("owed_count")),
                        column.money("owed", currency),
                        Math.toIntExact(column.number("credit_count")),
                        column.money("credit", currency),
                        null,
                        null,
                        booked(column, "booked_owed_minor", currency),
                        booked(column, "booked_credit_minor", currency)));
    }

    private static @Nullable Money booked(Columns column, String name, CurrencyUnit currency) {
        var minor = column.numberOrNull(name);
        return minor == null ? null : Money.ofMinor(currency, minor);
    }
}
