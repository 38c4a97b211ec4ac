package dev.quittance.books;

import dev.quittance.books.CheckStart.BooksCheckStarted;
import dev.quittance.books.CheckStart.BooksCheckUnderWay;
import dev.quittance.ledger.BooksRules;
import dev.quittance.platform.BusinessClock;
import dev.quittance.platform.Caller;
import dev.quittance.platform.Changes;
import dev.quittance.platform.Ids;
import dev.quittance.platform.Traced;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Checks every rule of the books, one at a time over all servers, and keeps what was found. */
@Service
class BooksChecks {
    private static final Logger LOG = LoggerFactory.getLogger(BooksChecks.class);

    /** How many rules are looked at side by side: the database has more to do than one check. */
    private static final int AT_ONCE = 2;

    /** What was found is kept and told together: a quick check once, a long one as it goes on. */
    private static final Duration TOLD_AFTER = Duration.ofMillis(250);

    private final BooksCheckRepository repository;
    private final BooksRules rules;
    private final BusinessClock clock;
    private final Changes changes;

    BooksChecks(
            BooksCheckRepository repository,
            BooksRules rules,
            BusinessClock clock,
            Changes changes) {
        this.repository = repository;
        this.rules = rules;
        this.clock = clock;
        this.changes = changes;
    }

    /** Starts a check in the background, unless one is under way. */
    Mono<CheckStart> start() {
        return open().flatMap(repository::find)
                .<CheckStart>map(
                        check -> {
                            work(check.id()).onErrorComplete().subscribe();
                            return new BooksCheckStarted(check);
                        })
                .switchIfEmpty(
                        Mono.defer(() -> repository.underWay().map(BooksCheckUnderWay::new)));
    }

    /** Checks all and waits for the end; empty when another check is under way. */
    Mono<BooksCheck> run() {
        return open().flatMap(id -> work(id).then(Mono.defer(() -> repository.find(id))));
    }

    private Mono<UUID> open() {
        return Mono.zip(clock.today(), Caller.current())
                .flatMap(
                        by ->
                                repository.open(
                                        Ids.next(),
                                        by.getT1(),
                                        by.getT2().name(),
                                        rules.all().size()));
    }

    private Mono<Void> work(UUID check) {
        var all = rules.all();
        return Flux.fromIterable(all)
                .flatMap(rules::check, AT_ONCE)
                .bufferTimeout(all.size(), TOLD_AFTER, true)
                .concatMap(
                        outcomes ->
                                repository
                                        .keep(check, outcomes)
                                        .then(Mono.defer(() -> tell(check))))
                .then(Mono.defer(() -> repository.finish(check, false)))
                .onErrorResume(fault -> giveUp(check, fault))
                .then(Mono.defer(() -> tell(check)));
    }

    private Mono<Void> giveUp(UUID check, Throwable fault) {
        LOG.error("The books check {} was interrupted", check, Traced.of(fault));
        return repository.finish(check, true);
    }

    private Mono<Void> tell(UUID check) {
        return changes.announce("BOOKS_CHECK", check, null);
    }
}
