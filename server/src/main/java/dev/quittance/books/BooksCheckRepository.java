package dev.quittance.books;

import dev.quittance.ledger.BooksDifference;
import dev.quittance.ledger.RuleOutcome;
import dev.quittance.platform.Columns;
import dev.quittance.platform.JsonText;
import dev.quittance.platform.Page;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The rows of checks and of what they found. */
@Repository
class BooksCheckRepository {
    private static final OffsetDateTime LAST =
            OffsetDateTime.of(9999, 12, 31, 0, 0, 0, 0, ZoneOffset.UTC);
    private static final UUID LAST_ID = new UUID(-1, -1);

    private final DatabaseClient db;

    BooksCheckRepository(DatabaseClient db) {
        this.db = db;
    }

    /** Opens a check; empty when another is under way. One not heard of for an hour is given up. */
    Mono<UUID> open(UUID id, LocalDate day, String startedBy, int rules) {
        return db.sql(
                        """
                        update books_check set finished_at = now(), interrupted = true
                         where finished_at is null and touched_at < now() - interval '1 hour'
                        """)
                .then()
                .then(
                        db.sql(
                                        """
                                        insert into books_check (id, day, started_by, rule_count)
                                        values (:id, :day, :by, :rules)
                                            on conflict ((true)) where finished_at is null do nothing
                                        returning id
                                        """)
                                .bind("id", id)
                                .bind("day", day)
                                .bind("by", startedBy)
                                .bind("rules", rules)
                                .mapValue(UUID.class)
                                .one());
    }

    /** Keeps what some rules found, and says that the check still lives. */
    Mono<Void> keep(UUID check, List<RuleOutcome> outcomes) {
        return db.sql(
                        """
                        with found as (
                          insert into books_finding (books_check_id, rule, promise, difference_count, differences)
                          select :check, rule, promise, differences, first::jsonb
                            from unnest(:rules::text[], :promises::text[], :counts::integer[], :firsts::text[])
                                 as o (rule, promise, differences, first))
                        update books_check
                           set rules_done = rules_done + :rulesDone, difference_count = difference_count + :differences,
                               touched_at = now()
                         where id = :check
                        """)
                .bind("check", check)
                .bind("rules", texts(outcomes, outcome -> outcome.rule().name()))
                .bind("promises", texts(outcomes, outcome -> outcome.rule().promise()))
                .bind("counts", outcomes.stream().map(RuleOutcome::count).toArray(Integer[]::new))
                .bind("firsts", texts(outcomes, outcome -> JsonText.write(outcome.first())))
                .bind("rulesDone", outcomes.size())
                .bind("differences", outcomes.stream().mapToInt(RuleOutcome::count).sum())
                .then();
    }

    Mono<Void> finish(UUID check, boolean interrupted) {
        return db.sql(
                        """
                        update books_check set finished_at = now(), interrupted = :interrupted
                         where id = :check and finished_at is null
                        """)
                .bind("check", check)
                .bind("interrupted", interrupted)
                .then();
    }

    Mono<BooksCheck> find(UUID id) {
        return db.sql(
                        """
                        select id, day, started_by, started_at, finished_at, rule_count, rules_done, difference_count, interrupted
                          from books_check
                         where id = :id
                        """)
                .bind("id", id)
                .map(BooksCheckRepository::check)
                .one();
    }

    Mono<BooksCheck> underWay() {
        return db.sql(
                        """
                        select id, day, started_by, started_at, finished_at, rule_count, rules_done, difference_count, interrupted
                          from books_check
                         where finished_at is null
                        """)
                .map(BooksCheckRepository::check)
                .one();
    }

    /** Newest first; the cursor is the start and the id. */
    Flux<BooksCheck> page(Page page) {
        var after = page.text(0);
        return db.sql(
                        """
                        select id, day, started_by, started_at, finished_at, rule_count, rules_done, difference_count, interrupted
                          from books_check
                         where (started_at, id) < (:afterAt, :afterId)
                         order by started_at desc, id desc
                         limit :first + 1
                        """)
                .bind("afterAt", after == null ? LAST : OffsetDateTime.parse(after))
                .bind("afterId", Objects.requireNonNullElse(page.id(1), LAST_ID))
                .bind("first", page.first())
                .map(BooksCheckRepository::check)
                .all();
    }

    static List<String> key(BooksCheck check) {
        return List.of(check.startedAt().toString(), check.id().toString());
    }

    /** What a check found, rules with differences first. */
    Flux<BooksFinding> findings(UUID check) {
        return db.sql(
                        """
                        select rule, promise, difference_count, differences
                          from books_finding
                         where books_check_id = :check
                         order by difference_count = 0, rule
                        """)
                .bind("check", check)
                .map(BooksCheckRepository::finding)
                .all();
    }

    private static String[] texts(List<RuleOutcome> outcomes, Function<RuleOutcome, String> text) {
        return outcomes.stream().map(text).toArray(String[]::new);
    }

    private static BooksCheck check(Readable row) {
        var column = new Columns(row);
        return new BooksCheck(
                column.id("id"),
                column.day("day"),
                column.text("started_by"),
                column.at("started_at"),
                column.atOrNull("finished_at"),
                column.integer("rule_count"),
                column.integer("rules_done"),
                column.integer("difference_count"),
                column.flag("interrupted"));
    }

    private static BooksFinding finding(Readable row) {
        var column = new Columns(row);
        return new BooksFinding(
                column.text("rule"),
                column.text("promise"),
                column.integer("difference_count"),
                List.of(column.json("differences", BooksDifference[].class)));
    }
}
