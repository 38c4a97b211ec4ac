package dev.quittance.notices;

import dev.quittance.platform.Caller;
import dev.quittance.platform.Columns;
import dev.quittance.platform.Given;
import dev.quittance.platform.Ids;
import dev.quittance.platform.Page;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The SQL of notices, and of who has read them. */
@Repository
class NoticeRepository {
    private static final UUID LAST_ID = new UUID(-1, -1);
    private static final UUID NOBODY = new UUID(0, 0);
    private static final int MOST_COUNTED = 1_000;
    private static final Duration LONGEST_TRANSACTION = Duration.ofMinutes(15);

    private static final String FOR_CALLER =
            """
            (:only::uuid is null or n.customer_id = :only)
            """;
    private static final String READ_UNTIL =
            "coalesce((select read_until from notice_reader where reader_id = :reader), '"
                    + NOBODY
                    + "')";
    private static final String UNREAD =
            "n.id > "
                    + READ_UNTIL
                    + """
                     and not exists
                       (select from notice_read r where r.notice_id = n.id and r.reader_id = :reader)
                    """;

    private final DatabaseClient db;

    NoticeRepository(DatabaseClient db) {
        this.db = db;
    }

    /** Notes payments that a gateway took or declined, each once; how many are new. */
    Mono<Long> addPayments(NoticeKind kind, List<UUID> payments) {
        return db.sql(
                        """
                        insert into notice (id, kind, subject_id, customer_id, payment_id, amount_minor, currency, reason)
                        select t.id, :kind, p.id, p.customer_id, p.id, p.amount_minor, p.currency, p.decline_reason
                          from unnest(:ids::uuid[], :payments::uuid[]) as t (id, payment)
                          join payment p on p.id = t.payment
                         where exists (select from payment_attempt a where a.payment_id = p.id)
                            on conflict (kind, subject_id) do nothing
                        """)
                .bind("kind", kind.name())
                .bind("ids", payments.stream().map(_ -> Ids.next()).toArray(UUID[]::new))
                .bind("payments", payments.toArray(UUID[]::new))
                .fetch()
                .rowsUpdated();
    }

    /** Notes disputes, each once; how many are new. */
    Mono<Long> addDisputes(List<UUID> disputes) {
        return db.sql(
                        """
                        insert into notice (id, kind, subject_id, customer_id, payment_id, dispute_id, amount_minor, currency)
                        select t.id, 'PAYMENT_DISPUTED', d.id, d.customer_id, d.payment_id, d.id, d.amount_minor, d.currency
                          from unnest(:ids::uuid[], :disputes::uuid[]) as t (id, dispute)
                          join dispute d on d.id = t.dispute
                            on conflict (kind, subject_id) do nothing
                        """)
                .bind("ids", disputes.stream().map(_ -> Ids.next()).toArray(UUID[]::new))
                .bind("disputes", disputes.toArray(UUID[]::new))
                .fetch()
                .rowsUpdated();
    }

    /** Notes refunds, each once; how many are new. */
    Mono<Long> addRefunds(List<UUID> refunds) {
        return db.sql(
                        """
                        insert into notice (id, kind, subject_id, customer_id, payment_id, amount_minor, currency)
                        select t.id, 'REFUND_FOUND', r.id, r.customer_id, r.payment_id, r.amount_minor, r.currency
                          from unnest(:ids::uuid[], :refunds::uuid[]) as t (id, refund)
                          join refund r on r.id = t.refund
                            on conflict (kind, subject_id) do nothing
                        """)
                .bind("ids", refunds.stream().map(_ -> Ids.next()).toArray(UUID[]::new))
                .bind("refunds", refunds.toArray(UUID[]::new))
                .fetch()
                .rowsUpdated();
    }

    /** Newest first, with one more than the page holds. */
    Flux<Notice> page(Caller caller, Page page) {
        return db.sql(
                        """
                        select n.id, n.kind, n.customer_id, n.payment_id, n.dispute_id, n.amount_minor, n.currency, n.reason,
                               n.added_at, not (
                        """
                                + UNREAD
                                + """
                               ) as read
                          from notice n
                         where n.id < :before and
                        """
                                + FOR_CALLER
                                + """
                         order by n.id desc
                         limit :first + 1
                        """)
                .bind("reader", reader(caller))
                .bind("before", Objects.requireNonNullElse(page.id(0), LAST_ID))
                .bind("only", Given.sql(caller.customer(), UUID.class))
                .bind("first", page.first())
                .map(NoticeRepository::notice)
                .all();
    }

    /** Those that a caller has not read; not counted further than a thousand. */
    Mono<Long> unread(Caller caller) {
        return db.sql(
                        "select count(*) as unread from (select from notice n where "
                                + FOR_CALLER
                                + " and "
                                + UNREAD
                                + " limit :most) few")
                .bind("reader", reader(caller))
                .bind("only", Given.sql(caller.customer(), UUID.class))
                .bind("most", MOST_COUNTED)
                .map(row -> new Columns(row).number("unread"))
                .one();
    }

    /** A caller has read these; what is not for them is left out. */
    Mono<Void> read(Caller caller, List<UUID> ids) {
        return mark(caller, "n.id = any(:ids)", Map.of("ids", ids.toArray(UUID[]::new)));
    }

    /**
     * A caller has read all that there is now. What is older than any transaction that is under way
     * is read as a whole, the rest one by one: a notice whose transaction ends later stays unread.
     */
    Mono<Void> readAll(Caller caller) {
        return db.sql(
                        """
                        with moved as (
                          insert into notice_reader (reader_id, read_until)
                          select :reader, n.id from notice n
                           where n.added_at < now() - :minutes * interval '1 minute'
                           order by n.id desc limit 1
                              on conflict (reader_id) do update
                             set read_until = greatest(notice_reader.read_until, excluded.read_until)
                          returning read_until)
                        delete from notice_read r using moved
                         where r.reader_id = :reader and r.notice_id <= moved.read_until
                        """)
                .bind("reader", reader(caller))
                .bind("minutes", LONGEST_TRANSACTION.toMinutes())
                .then()
                .then(Mono.defer(() -> mark(caller, "true", Map.of())));
    }

    private Mono<Void> mark(Caller caller, String which, Map<String, Object> values) {
        return db.sql(
                        "insert into notice_read (reader_id, notice_id) select :reader, n.id from notice n where "
                                + which
                                + " and "
                                + FOR_CALLER
                                + " and "
                                + UNREAD
                                + " on conflict do nothing")
                .bind("reader", reader(caller))
                .bind("only", Given.sql(caller.customer(), UUID.class))
                .bindValues(values)
                .then();
    }

    Mono<Void> forget(Duration age) {
        return db.sql(
                        """
                        delete from notice where added_at < now() - :days * interval '1 day'
                        """)
                .bind("days", age.toDays())
                .then();
    }

    private static UUID reader(Caller caller) {
        return Objects.requireNonNullElse(caller.id(), NOBODY);
    }

    private static Notice notice(Readable row) {
        var column = new Columns(row);
        return new Notice(
                column.id("id"),
                column.choice("kind", NoticeKind.class),
                column.id("customer_id"),
                column.id("payment_id"),
                column.idOrNull("dispute_id"),
                column.money("amount"),
                column.textOrNull("reason"),
                column.at("added_at"),
                column.flag("read"));
    }
}
