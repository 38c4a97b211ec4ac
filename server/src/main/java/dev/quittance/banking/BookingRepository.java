package dev.quittance.banking;

import dev.quittance.platform.Columns;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The SQL of what is done with entries by itself: compared, and booked where that is wished. */
@Repository
class BookingRepository {
    private final DatabaseClient db;

    BookingRepository(DatabaseClient db) {
        this.db = db;
    }

    /** An entry to be booked, and who wished it. */
    record Wished(UUID entry, String by) {}

    /** Entries that were not compared yet, locked. */
    Flux<UUID> uncompared(int most) {
        return ids(
                """
                select id from bank_entry where not compared and state in ('OPEN', 'SUGGESTED')
                 order by id limit :most for update skip locked
                """,
                most);
    }

    /** The next entry that is exact and wished to be booked, locked; others work on the rest. */
    Mono<Wished> next() {
        return db.sql(
                        """
                        select e.id, s.booking_by
                          from bank_statement s
                          join bank_entry e on e.statement_id = s.id
                         where s.booking_by is not null and e.exact and e.hindrance is null
                         order by s.id, e.id limit 1
                           for update of e skip locked
                        """)
                .map(
                        row -> {
                            var column = new Columns(row);
                            return new Wished(column.id("id"), column.text("booking_by"));
                        })
                .one();
    }

    /** Wishes that what is exact in a statement is booked; how much that is. */
    Mono<Integer> wish(UUID statement, String by) {
        return db.sql("update bank_statement set booking_by = :by where id = :id")
                .bind("by", by)
                .bind("id", statement)
                .then()
                .then(
                        db.sql(
                                        """
                                        select count(*)::int as n from bank_entry
                                         where statement_id = :id and exact and hindrance is null
                                        """)
                                .bind("id", statement)
                                .map(row -> new Columns(row).integer("n"))
                                .one());
    }

    /** Notes why an entry is not booked by itself. */
    Mono<Void> hinder(UUID entry, String why) {
        return db.sql("update bank_entry set hindrance = :why where id = :id and exact")
                .bind("why", why)
                .bind("id", entry)
                .then();
    }

    /** The statements where nothing is left to book; they are done. */
    Flux<UUID> finish() {
        return db.sql(
                        """
                        update bank_statement s set booking_by = null
                         where booking_by is not null
                           and not exists (select 1 from bank_entry e
                                            where e.statement_id = s.id and e.exact and e.hindrance is null)
                           and not exists (select 1 from bank_entry e where e.statement_id = s.id and not e.compared)
                        returning id
                        """)
                .map(row -> new Columns(row).id("id"))
                .all();
    }

    private Flux<UUID> ids(String sql, int most) {
        return db.sql(sql).bind("most", most).map(row -> new Columns(row).id("id")).all();
    }
}
