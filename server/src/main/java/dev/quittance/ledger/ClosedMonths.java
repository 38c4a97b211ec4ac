package dev.quittance.ledger;

import dev.quittance.ledger.Closing.BooksClosed;
import dev.quittance.ledger.Closing.WorkNotDone;
import dev.quittance.platform.BusinessClock;
import dev.quittance.platform.Columns;
import dev.quittance.platform.Faults;
import dev.quittance.platform.History;
import dev.quittance.platform.HistoryEntry;
import dev.quittance.platform.Texts;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/**
 * The months that are handed in. The database refuses every transfer on a closed day; {@link
 * Ledger} tells it as {@link MonthClosed}.
 */
@Service
public class ClosedMonths {
    static final String HISTORY_KIND = "BOOKS";

    /** The books are one; their history needs an id all the same. */
    static final UUID HISTORY_ID = new UUID(0, 2);

    private static final int LONGEST_REASON = 500;

    private final DatabaseClient db;
    private final BusinessClock clock;
    private final History history;

    ClosedMonths(DatabaseClient db, BusinessClock clock, History history) {
        this.db = db;
        this.clock = clock;
        this.history = history;
    }

    /** How far the books are closed. */
    public Mono<BooksClosing> present() {
        return db.sql("select closed_through from books_closing")
                .map(row -> new BooksClosing(new Columns(row).dayOrNull("closed_through")))
                .one();
    }

    /** Closes the books through a day, or opens some again; waits for what is being booked. */
    @Transactional
    public Mono<Closing> closeThrough(@Nullable LocalDate wanted, @Nullable String reason) {
        var faults = new Faults();
        var why = Texts.note(faults, "reason", reason, LONGEST_REASON);
        faults.orThrow();
        return db.sql("select pg_advisory_xact_lock(25, 0)")
                .then()
                .then(Mono.defer(() -> Mono.zip(present(), clock.today(), workDone())))
                .flatMap(
                        all ->
                                keep(
                                        all.getT1(),
                                        Closing.decide(
                                                all.getT1().closedThrough(),
                                                wanted,
                                                why,
                                                all.getT2(),
                                                all.getT3().orElse(null)),
                                        why));
    }

    private Mono<Closing> keep(BooksClosing before, Closing outcome, @Nullable String reason) {
        return switch (outcome) {
            case BooksClosed closed when closed.closing().equals(before) -> Mono.just(closed);
            case BooksClosed closed -> save(before, closed, reason).thenReturn(closed);
            case WorkNotDone refusal -> Mono.just(refusal);
        };
    }

    private Mono<Void> save(BooksClosing before, BooksClosed closed, @Nullable String reason) {
        var through = closed.closing().closedThrough();
        var update = db.sql("update books_closing set closed_through = :through");
        return (through == null
                        ? update.bindNull("through", LocalDate.class)
                        : update.bind("through", through))
                .then()
                .then(
                        history.add(
                                new HistoryEntry.New(
                                        HISTORY_KIND,
                                        HISTORY_ID,
                                        null,
                                        through == null ? "books opened" : "books closed",
                                        before,
                                        closed.closing(),
                                        reason)));
    }

    private Mono<Optional<LocalDate>> workDone() {
        return clock.workDoneThrough().map(Optional::of).defaultIfEmpty(Optional.empty());
    }
}
