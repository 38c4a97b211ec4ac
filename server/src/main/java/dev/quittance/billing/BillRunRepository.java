package dev.quittance.billing;

import dev.quittance.platform.Amounts;
import dev.quittance.platform.Columns;
import dev.quittance.platform.Page;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The rows of bill runs. */
@Repository
class BillRunRepository {
    private static final OffsetDateTime LAST =
            OffsetDateTime.of(9999, 12, 31, 0, 0, 0, 0, ZoneOffset.UTC);
    private static final UUID LAST_ID = new UUID(-1, -1);

    private static final String RUNS =
            """
            select r.id, r.kind, r.day, r.zone, r.started_by, r.started_at, r.finished_at, r.due, r.done, r.invoice_count,
                   r.parked_count,
                   case when r.finished_at is not null then 'COMPLETED'
                        when r.leased_until > now() then 'RUNNING' else 'INTERRUPTED' end as status,
                   coalesce((select array_agg(t.currency || ' ' || t.total_minor order by t.currency)
                               from bill_run_total t where t.bill_run_id = r.id), '{}') as totals
              from bill_run r
            """;

    private static final String BY_ID = RUNS + " where r.id = :id";

    private static final String UNFINISHED = RUNS + " where r.finished_at is null order by r.id";

    private static final String PAGE =
            RUNS
                    + """
                       where (r.started_at, r.id) < (:afterAt, :afterId)
                       order by r.started_at desc, r.id desc
                       limit :first + 1
                      """;

    private final DatabaseClient db;

    BillRunRepository(DatabaseClient db) {
        this.db = db;
    }

    Mono<BillRun> find(UUID id) {
        return db.sql(BY_ID).bind("id", id).map(BillRunRepository::run).one();
    }

    /** Newest first; the cursor is the start and the id. */
    Flux<BillRun> page(Page page) {
        var after = page.text(0);
        return db.sql(PAGE)
                .bind("afterAt", after == null ? LAST : OffsetDateTime.parse(after))
                .bind("afterId", Objects.requireNonNullElse(page.id(1), LAST_ID))
                .bind("first", page.first())
                .map(BillRunRepository::run)
                .all();
    }

    /** Runs that did not end; holds the door until the transaction does. */
    Flux<BillRun> unfinished() {
        return db.sql("select id from bill_run_door for update")
                .then()
                .thenMany(Flux.defer(() -> db.sql(UNFINISHED).map(BillRunRepository::run).all()));
    }

    Mono<Void> insert(BillRunOrder order, UUID id, UUID worker, Duration lease) {
        var sql =
                db.sql(
                                """
                                insert into bill_run (id, kind, day, zone, started_by, due, worker, leased_until)
                                values (:id, :kind, :day, :zone, :startedBy, :due, :worker, now() + make_interval(secs => :lease))
                                """)
                        .bind("kind", order.kind().name())
                        .bind("startedBy", order.startedBy());
        return leased(sql, order, id, worker, lease).then();
    }

    /** Takes over a run whose worker is gone; what a dry run proposed is computed anew. */
    Mono<Void> resume(BillRunOrder order, UUID id, UUID worker, Duration lease) {
        var sql =
                db.sql(
                        """
                        update bill_run
                           set day = greatest(day, :day), zone = :zone, due = done + :due, worker = :worker,
                               leased_until = now() + make_interval(secs => :lease)
                         where id = :id
                        """);
        return leased(sql, order, id, worker, lease).then();
    }

    private static GenericExecuteSpec leased(
            GenericExecuteSpec sql, BillRunOrder order, UUID id, UUID worker, Duration lease) {
        var bound =
                sql.bind("id", id)
                        .bind("day", order.day())
                        .bind("due", Math.toIntExact(order.due()))
                        .bind("worker", worker)
                        .bind("lease", (double) lease.toMillis() / 1000);
        var zone = order.zone();
        return zone == null
                ? bound.bindNull("zone", String.class)
                : bound.bind("zone", zone.getId());
    }

    /** Forgets what an interrupted dry run has proposed. */
    Mono<Void> forgetProposals(UUID run) {
        return db.sql("delete from bill_proposal where bill_run_id = :run")
                .bind("run", run)
                .then()
                .then(
                        db.sql("delete from bill_run_total where bill_run_id = :run")
                                .bind("run", run)
                                .then())
                .then(
                        db.sql("update bill_run set done = 0, invoice_count = 0 where id = :run")
                                .bind("run", run)
                                .then());
    }

    /** Adds to the figures and holds on; false when somebody else has taken the run over. */
    Mono<Boolean> advance(UUID run, UUID worker, Progress progress, Duration lease) {
        return db.sql(
                        """
                        with mine as (
                          update bill_run
                             set done = done + :done, due = greatest(due, done + :done), invoice_count = invoice_count + :invoices,
                                 parked_count = parked_count + :parked,
                                 leased_until = now() + make_interval(secs => :lease)
                           where id = :run and worker = :worker and finished_at is null
                          returning id
                        ), totals as (
                          insert into bill_run_total as t (bill_run_id, currency, total_minor)
                          select mine.id, n.currency, n.minor
                            from mine cross join unnest(:currencies::text[], :minors::bigint[]) as n (currency, minor)
                              on conflict (bill_run_id, currency)
                              do update set total_minor = t.total_minor + excluded.total_minor
                        )
                        select id from mine
                        """)
                .bind("run", run)
                .bind("worker", worker)
                .bind("done", progress.done())
                .bind("invoices", progress.invoices())
                .bind("parked", progress.parked())
                .bind("lease", (double) lease.toMillis() / 1000)
                .bind("currencies", progress.totals().keySet().toArray(String[]::new))
                .bind("minors", progress.totals().values().toArray(Long[]::new))
                .mapValue(UUID.class)
                .one()
                .hasElement();
    }

    /** Says that the worker still lives. */
    Mono<Void> holdOn(UUID run, UUID worker, Duration lease) {
        return db.sql(
                        """
                        update bill_run set leased_until = now() + make_interval(secs => :lease)
                         where id = :run and worker = :worker and finished_at is null
                        """)
                .bind("run", run)
                .bind("worker", worker)
                .bind("lease", (double) lease.toMillis() / 1000)
                .then();
    }

    Mono<Void> finish(UUID run, UUID worker) {
        return db.sql(
                        """
                        update bill_run set finished_at = now(), due = done
                         where id = :run and worker = :worker and finished_at is null
                        """)
                .bind("run", run)
                .bind("worker", worker)
                .then();
    }

    /** How many subscriptions of parked customers are due: no run waits for them. */
    Mono<Long> parkedDue(LocalDate day, @Nullable ZoneId zone) {
        var sql =
                db.sql(
                                """
                                select count(*)
                                  from parked_customer p
                                  join customer c on c.id = p.customer_id
                                  join subscription s on s.customer_id = p.customer_id
                                 cross join organization o
                                 where s.next_bill_on <= :day
                                   and (c.starts_on is null or c.starts_on <= :day)
                                   and (:zone::text is null or coalesce(c.time_zone, o.time_zone) = :zone)
                                """)
                        .bind("day", day);
        var bound =
                zone == null ? sql.bindNull("zone", String.class) : sql.bind("zone", zone.getId());
        return bound.mapValue(Long.class).one();
    }

    private static BillRun run(Readable row) {
        var column = new Columns(row);
        return new BillRun(
                column.id("id"),
                column.choice("kind", BillRunKind.class),
                column.choice("status", BillRunStatus.class),
                column.day("day"),
                column.textOrNull("zone"),
                column.text("started_by"),
                column.at("started_at"),
                column.atOrNull("finished_at"),
                column.integer("due"),
                column.integer("done"),
                column.integer("invoice_count"),
                column.integer("parked_count"),
                totals(Objects.requireNonNull(row.get("totals", String[].class))));
    }

    private static List<Money> totals(String[] texts) {
        return Arrays.stream(texts)
                .map(text -> text.split(" "))
                .map(parts -> Amounts.ofMinor(Long.parseLong(parts[1]), parts[0]))
                .toList();
    }

    /** The cursor of a run. */
    static List<String> key(BillRun run) {
        Instant at = run.startedAt();
        return List.of(at.atOffset(ZoneOffset.UTC).toString(), run.id().toString());
    }
}
