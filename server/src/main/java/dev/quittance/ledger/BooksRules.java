package dev.quittance.ledger;

import dev.quittance.platform.Columns;
import io.r2dbc.spi.Readable;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All rules of the books, and what each finds. */
@Service
public class BooksRules {
    private static final int FIRST = 20;

    private final DatabaseClient db;
    private final ObjectProvider<BooksRule> rules;

    BooksRules(DatabaseClient db, ObjectProvider<BooksRule> rules) {
        this.db = db;
        this.rules = rules;
    }

    /** In the order in which they are checked. */
    public List<BooksRule> all() {
        return rules.stream().sorted(Comparator.comparing(BooksRule::name)).toList();
    }

    /** As {@link #check(BooksRule)}, by name. */
    public Mono<RuleOutcome> check(String name) {
        return Flux.fromIterable(all())
                .filter(rule -> rule.name().equals(name))
                .single()
                .flatMap(this::check);
    }

    /** Looks for differences, in one statement: what it sees is of one moment. */
    public Mono<RuleOutcome> check(BooksRule rule) {
        return db.sql(
                        """
                        select kind, id, subject, words, currency, stated_minor, found_minor, (count(*) over ())::integer as found
                          from (
                        %s
                          ) as difference
                         order by subject, words
                         limit %d
                        """
                                .formatted(rule.sql(), FIRST))
                .map(row -> new Found(new Columns(row).integer("found"), difference(row)))
                .all()
                .collectList()
                .map(
                        found ->
                                new RuleOutcome(
                                        rule,
                                        found.isEmpty() ? 0 : found.getFirst().count(),
                                        found.stream().map(Found::difference).toList()));
    }

    /** Every rule's first differences in words; empty when the books are right. */
    public Flux<String> differences() {
        return Flux.fromIterable(all())
                .concatMap(this::check)
                .concatMapIterable(RuleOutcome::first)
                .map(BooksDifference::sentence);
    }

    private record Found(int count, BooksDifference difference) {}

    private static BooksDifference difference(Readable row) {
        var column = new Columns(row);
        var words =
                column.text("words")
                        .replace("{stated}", amount(column, "stated"))
                        .replace("{found}", amount(column, "found"));
        return new BooksDifference(
                column.text("kind"),
                column.idOrNull("id"),
                "%s: %s".formatted(column.text("subject"), words));
    }

    private static String amount(Columns column, String name) {
        return column.textOrNull("currency") == null
                ? ""
                : String.valueOf(column.moneyOrNull(name));
    }
}
