package dev.quittance.banking;

import dev.quittance.platform.Amounts;
import dev.quittance.platform.Columns;
import dev.quittance.platform.Ids;
import dev.quittance.platform.Page;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The SQL of statements, and of bringing their entries in. */
@Repository
class StatementRepository {
    private static final String SELECT =
            """
            select s.id, s.account, s.reference, s.currency, s.from_on, s.to_on, s.opening_minor, s.closing_minor,
                   f.file_name, s.imported_by, s.imported_at, s.booking_by is not null as booking, n.uncompared, n.open,
                   n.suggested, n.booked, n.aside, n.exact
              from (select * from bank_statement %s) s
              join bank_file f on f.id = s.file_id
             cross join lateral (
                   select count(*) filter (where not compared)::int as uncompared,
                          count(*) filter (where state = 'OPEN')::int as open,
                          count(*) filter (where state = 'SUGGESTED')::int as suggested,
                          count(*) filter (where state = 'BOOKED')::int as booked,
                          count(*) filter (where state = 'SET_ASIDE')::int as aside,
                          count(*) filter (where exact and hindrance is null)::int as exact
                     from bank_entry where statement_id = s.id) n
             order by s.id desc
            """;
    private final DatabaseClient db;

    StatementRepository(DatabaseClient db) {
        this.db = db;
    }

    Flux<BankStatement> page(Page page) {
        var after = page.id(0);
        var sql =
                db.sql(
                        SELECT.formatted(
                                "where :after::uuid is null or id < :after order by id desc limit :limit"));
        return (after == null ? sql.bindNull("after", UUID.class) : sql.bind("after", after))
                .bind("limit", page.first() + 1)
                .map(StatementRepository::statement)
                .all();
    }

    Mono<BankStatement> find(UUID id) {
        return db.sql(SELECT.formatted("where id = :id"))
                .bind("id", id)
                .map(StatementRepository::statement)
                .one();
    }

    /**
     * Keeps a statement; its id.
     *
     * @param booking who books what is exact; null leaves that to staff
     */
    Mono<UUID> add(UUID file, ReadStatement read, String by, @Nullable String booking) {
        var id = Ids.next();
        var sql =
                db.sql(
                                """
                                insert into bank_statement (id, file_id, account, reference, currency, from_on, to_on,
                                                            opening_minor, closing_minor, imported_by, booking_by)
                                values (:id, :file, :account, :reference, :currency, :from, :to, :opening, :closing, :by, :booking)
                                """)
                        .bind("id", id)
                        .bind("file", file)
                        .bind("account", read.account())
                        .bind("reference", read.reference())
                        .bind("currency", read.currency().getCode())
                        .bind("by", by);
        sql = bound(sql, "booking", booking, String.class);
        sql = bound(sql, "from", read.from(), LocalDate.class);
        sql = bound(sql, "to", read.to(), LocalDate.class);
        sql = bound(sql, "opening", minor(read.opening()), Long.class);
        sql = bound(sql, "closing", minor(read.closing()), Long.class);
        return sql.then().thenReturn(id);
    }

    /** Drops the statements of a file that brought nothing new. */
    Mono<Void> dropEmpty(UUID file) {
        return db.sql(
                        """
                        delete from bank_statement s
                         where file_id = :file and not exists (select 1 from bank_entry where statement_id = s.id)
                        """)
                .bind("file", file)
                .then();
    }

    /** How many of these keys of an account are here. */
    Mono<Integer> known(String account, List<String> keys) {
        return db.sql(
                        """
                        select count(*)::int as n from bank_entry where account = :account and entry_key = any(:keys)
                        """)
                .bind("account", account)
                .bind("keys", keys.toArray(String[]::new))
                .map(row -> new Columns(row).integer("n"))
                .one();
    }

    /** Keeps those that are not here yet; their ids. */
    Flux<UUID> addEntries(UUID statement, String account, List<ReadEntry> read, List<String> keys) {
        return db.sql(
                        """
                        insert into bank_entry (id, statement_id, account, entry_key, line, booked_on, value_on, currency,
                               amount_minor, direction, reversal, party_name, party_account, party_key, remittance,
                               reference, end_to_end_id, bank_reference, return_reason, state)
                        select id, :statement, :account, key, line, booked, value, currency, minor, direction, reversal,
                               nullif(name, ''), nullif(party, ''), nullif(party_key, ''), remittance,
                               nullif(reference, ''), nullif(ete, ''), nullif(bank, ''), nullif(why, ''), 'OPEN'
                          from unnest(:ids::uuid[], :keys::text[], :lines::int[], :booked::date[], :value::date[],
                                      :currencies::text[], :minors::bigint[], :directions::text[], :reversals::boolean[],
                                      :names::text[], :parties::text[], :partyKeys::text[], :remittances::text[],
                                      :references::text[], :etes::text[], :banks::text[], :whys::text[])
                               as e (id, key, line, booked, value, currency, minor, direction, reversal, name, party,
                                     party_key, remittance, reference, ete, bank, why)
                        on conflict (account, entry_key) do nothing
                        returning id
                        """)
                .bind("statement", statement)
                .bind("account", account)
                .bind("ids", read.stream().map(_ -> Ids.next()).toArray(UUID[]::new))
                .bind("keys", keys.toArray(String[]::new))
                .bind("lines", read.stream().map(ReadEntry::line).toArray(Integer[]::new))
                .bind("booked", read.stream().map(ReadEntry::bookedOn).toArray(LocalDate[]::new))
                .bind("value", read.stream().map(ReadEntry::valueOn).toArray(LocalDate[]::new))
                .bind("currencies", texts(read, one -> one.amount().getCurrencyUnit().getCode()))
                .bind(
                        "minors",
                        read.stream().map(one -> Amounts.minor(one.amount())).toArray(Long[]::new))
                .bind("directions", texts(read, one -> one.direction().name()))
                .bind("reversals", read.stream().map(ReadEntry::reversal).toArray(Boolean[]::new))
                .bind("names", texts(read, one -> one.party().name()))
                .bind("parties", texts(read, one -> one.party().account()))
                .bind("partyKeys", texts(read, one -> PayerName.key(one.party().name())))
                .bind("remittances", texts(read, ReadEntry::remittance))
                .bind("references", texts(read, ReadEntry::reference))
                .bind("etes", texts(read, ReadEntry::endToEndId))
                .bind("banks", texts(read, ReadEntry::bankReference))
                .bind("whys", texts(read, ReadEntry::returnReason))
                .map(row -> new Columns(row).id("id"))
                .all();
    }

    private static String[] texts(List<ReadEntry> read, Function<ReadEntry, @Nullable String> of) {
        return read.stream()
                .map(
                        one -> {
                            var text = of.apply(one);
                            return text == null ? "" : text;
                        })
                .toArray(String[]::new);
    }

    private static @Nullable Long minor(@Nullable Money money) {
        return money == null ? null : Amounts.minor(money);
    }

    private static <T> GenericExecuteSpec bound(
            GenericExecuteSpec sql, String name, @Nullable T value, Class<T> type) {
        return value == null ? sql.bindNull(name, type) : sql.bind(name, value);
    }

    private static BankStatement statement(Readable row) {
        var column = new Columns(row);
        return new BankStatement(
                column.id("id"),
                column.text("account"),
                column.text("reference"),
                CurrencyUnit.of(column.text("currency")),
                column.dayOrNull("from_on"),
                column.dayOrNull("to_on"),
                column.moneyOrNull("opening"),
                column.moneyOrNull("closing"),
                column.text("file_name"),
                column.text("imported_by"),
                column.at("imported_at"),
                column.integer("uncompared"),
                column.flag("booking"),
                column.integer("open"),
                column.integer("suggested"),
                column.integer("booked"),
                column.integer("aside"),
                column.integer("exact"));
    }
}
