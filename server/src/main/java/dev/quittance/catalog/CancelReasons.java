package dev.quittance.catalog;

import dev.quittance.platform.Faults;
import dev.quittance.platform.History;
import dev.quittance.platform.HistoryEntry;
import dev.quittance.platform.Texts;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** The reasons that can be chosen when a subscription is cancelled. */
@Service
public class CancelReasons {
    private static final int MOST = 50;
    private static final int LONGEST = 200;
    private static final UUID THE_LIST = new UUID(0, 1);

    private final DatabaseClient db;
    private final History history;
    private final TransactionalOperator transaction;

    CancelReasons(DatabaseClient db, History history, TransactionalOperator transaction) {
        this.db = db;
        this.history = history;
        this.transaction = transaction;
    }

    /** In the merchant's order; none where any reason may be given. */
    public Mono<List<String>> all() {
        return db.sql("select reason from cancel_reason order by position")
                .mapValue(String.class)
                .all()
                .collectList();
    }

    /** Notes a fault where the merchant has set a list and the reason given is not on it. */
    public static void check(
            Faults faults, String path, @Nullable String reason, List<String> listed) {
        faults.check(
                reason == null || listed.isEmpty() || listed.contains(reason),
                path,
                "must be one of the reasons that can be chosen");
    }

    /** Puts these in the place of the present ones. */
    Mono<List<String>> set(List<String> given) {
        return Mono.fromSupplier(() -> checked(given))
                .flatMap(reasons -> all().flatMap(before -> replace(before, reasons)))
                .as(transaction::transactional);
    }

    private record Fact(List<String> reasons) {}

    private Mono<List<String>> replace(List<String> before, List<String> after) {
        return before.equals(after)
                ? Mono.just(before)
                : db.sql("delete from cancel_reason")
                        .then()
                        .then(insert(after))
                        .then(
                                history.add(
                                        new HistoryEntry.New(
                                                "CANCEL_REASONS",
                                                THE_LIST,
                                                null,
                                                "changed",
                                                new Fact(before),
                                                new Fact(after),
                                                null)))
                        .thenReturn(after);
    }

    private Mono<Void> insert(List<String> reasons) {
        return db.sql(
                        """
                        insert into cancel_reason (position, reason)
                        select n - 1, reason
                          from unnest(:reasons::text[]) with ordinality as given (reason, n)
                        """)
                .bind("reasons", reasons.toArray(String[]::new))
                .then();
    }

    private static List<String> checked(List<String> given) {
        var faults = new Faults();
        faults.check(given.size() <= MOST, "reasons", "must be at most %d".formatted(MOST));
        var seen = new HashSet<String>();
        var reasons =
                IntStream.range(0, Math.min(given.size(), MOST))
                        .mapToObj(
                                i -> {
                                    var path = "reasons[%d]".formatted(i);
                                    var text = Texts.name(faults, path, given.get(i), LONGEST);
                                    faults.check(
                                            seen.add(text.toLowerCase(Locale.ROOT)),
                                            path,
                                            "stands on the list already");
                                    return text;
                                })
                        .toList();
        faults.orThrow();
        return reasons;
    }
}
