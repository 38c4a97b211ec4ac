package dev.quittance.banking;

import dev.quittance.platform.Columns;
import dev.quittance.platform.Page;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The SQL of entries: read, and decided about. */
@Repository
class EntryRepository {
    private static final String SELECT =
            """
            select e.id, e.statement_id, e.account, e.booked_on, e.value_on, e.currency, e.amount_minor, e.direction, e.reversal,
                   e.party_name, e.party_account, e.remittance, e.reference, e.end_to_end_id, e.bank_reference, e.return_reason,
                   e.state, e.exact, e.hindrance, e.note, e.payment_id, e.recorded, e.refund_id, e.returned_id, e.payout_id,
                   p.number as payment_number, r.number as refund_number, coalesce(p.customer_id, r.customer_id) as customer_id,
                   e.times_booked, e.decided_by, e.decided_at
              from bank_entry e
              left join payment p on p.id = coalesce(e.payment_id, e.returned_id)
              left join refund r on r.id = e.refund_id
            """;
    private final DatabaseClient db;

    EntryRepository(DatabaseClient db) {
        this.db = db;
    }

    Flux<BankEntry> page(@Nullable UUID statement, @Nullable EntryState state, Page page) {
        var sql =
                db.sql(
                        """
                        %s
                         where (:statement::uuid is null or e.statement_id = :statement)
                           and (:state::text is null or e.state = :state)
                           and (:day::date is null or (e.booked_on, e.id) < (:day, :id::uuid))
                         order by e.booked_on desc, e.id desc limit :limit
                        """
                                .formatted(SELECT));
        GenericExecuteSpec bound = bound(sql, "statement", statement, UUID.class);
        bound = bound(bound, "state", state == null ? null : state.name(), String.class);
        bound = bound(bound, "day", page.day(0), LocalDate.class);
        return bound(bound, "id", page.id(1), UUID.class)
                .bind("limit", page.first() + 1)
                .map(EntryRepository::entry)
                .all();
    }

    Flux<BankEntry> byIds(Collection<UUID> ids) {
        return db.sql("%s where e.id = any(:ids) order by e.id".formatted(SELECT))
                .bind("ids", ids.toArray(UUID[]::new))
                .map(EntryRepository::entry)
                .all();
    }

    Mono<BankEntry> findForUpdate(UUID id) {
        return db.sql("%s where e.id = :id for update of e".formatted(SELECT))
                .bind("id", id)
                .map(EntryRepository::entry)
                .one();
    }

    /** The entry that became this payment and was not returned by the bank since. */
    Mono<UUID> bookedAs(UUID payment) {
        return db.sql(
                        """
                        select id from bank_entry e
                         where payment_id = :payment
                           and not exists (select 1 from bank_entry b where b.returned_id = e.payment_id)
                        """)
                .bind("payment", payment)
                .map(row -> new Columns(row).id("id"))
                .one();
    }

    /**
     * Open entries that were suggested to be of this customer, locked; those that somebody decides
     * about right now are left to them, since they wait for this customer.
     */
    Flux<UUID> undecidedOf(UUID customer, int most) {
        return db.sql(
                        """
                        select e.id from bank_entry e
                         where e.state = 'SUGGESTED'
                           and e.id in (select entry_id from bank_suggestion where customer_id = :customer)
                         order by e.id limit :most
                           for update of e skip locked
                        """)
                .bind("customer", customer)
                .bind("most", most)
                .map(row -> new Columns(row).id("id"))
                .all();
    }

    /** Wishes that all open entries of a statement are compared anew; how many. */
    Mono<Long> compareAgain(UUID statement) {
        return db.sql(
                        """
                        update bank_entry set compared = false, hindrance = null
                         where statement_id = :statement and state in ('OPEN', 'SUGGESTED')
                        """)
                .bind("statement", statement)
                .fetch()
                .rowsUpdated();
    }

    /** Keeps a decision. */
    Mono<Void> decide(UUID id, Decision decision, String by) {
        var sql =
                db.sql(
                                """
                                update bank_entry
                                   set state = :state, exact = false, hindrance = null, compared = true, note = :note,
                                       payment_id = :payment, recorded = :recorded, refund_id = :refund,
                                       returned_id = :returned, payout_id = :payout,
                                       times_booked = times_booked + (:state = 'BOOKED')::int,
                                       decided_by = :by, decided_at = now()
                                 where id = :id
                                """)
                        .bind("id", id)
                        .bind("state", decision.state().name())
                        .bind("recorded", decision.recorded())
                        .bind("by", by);
        GenericExecuteSpec bound = bound(sql, "note", decision.note(), String.class);
        bound = bound(bound, "payment", decision.payment(), UUID.class);
        bound = bound(bound, "refund", decision.refund(), UUID.class);
        bound = bound(bound, "payout", decision.payout(), UUID.class);
        return bound(bound, "returned", decision.returned(), UUID.class).then();
    }

    /** Remembers from which account a customer pays. */
    Mono<Void> remember(String account, UUID customer) {
        return db.sql(
                        """
                        insert into bank_payer (party_account, customer_id) values (:account, :customer)
                        on conflict (party_account, customer_id) do update set seen_at = now()
                        """)
                .bind("account", account)
                .bind("customer", customer)
                .then();
    }

    private static <T> GenericExecuteSpec bound(
            GenericExecuteSpec sql, String name, @Nullable T value, Class<T> type) {
        return value == null ? sql.bindNull(name, type) : sql.bind(name, value);
    }

    private static BankEntry entry(Readable row) {
        var column = new Columns(row);
        return new BankEntry(
                column.id("id"),
                column.id("statement_id"),
                column.text("account"),
                column.day("booked_on"),
                column.day("value_on"),
                column.money("amount"),
                column.choice("direction", Direction.class),
                column.flag("reversal"),
                column.textOrNull("party_name"),
                column.textOrNull("party_account"),
                column.text("remittance"),
                column.textOrNull("reference"),
                column.textOrNull("end_to_end_id"),
                column.textOrNull("bank_reference"),
                column.textOrNull("return_reason"),
                column.choice("state", EntryState.class),
                column.flag("exact"),
                column.textOrNull("hindrance"),
                column.textOrNull("note"),
                column.idOrNull("payment_id"),
                column.flag("recorded"),
                column.idOrNull("refund_id"),
                column.idOrNull("returned_id"),
                column.idOrNull("payout_id"),
                column.textOrNull("payment_number"),
                column.textOrNull("refund_number"),
                column.idOrNull("customer_id"),
                column.integer("times_booked"),
                column.textOrNull("decided_by"),
                column.atOrNull("decided_at"));
    }
}
