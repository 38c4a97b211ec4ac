package dev.quittance.banking;

import dev.quittance.banking.FileAnswers.BankFileHasFaults;
import dev.quittance.banking.FileAnswers.BankFileImported;
import dev.quittance.banking.FileAnswers.BankFileNotReady;
import dev.quittance.banking.FileAnswers.NothingNew;
import dev.quittance.platform.Caller;
import dev.quittance.platform.Changes;
import dev.quittance.platform.Refused;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Brings the entries of a checked file in, each once, all or none. The first thousand are compared
 * with what is due at once, the rest by {@link BankWorker}.
 */
@Service
class BankImport {
    private static final int AT_ONCE = 1000;
    private final BankFileRepository files;
    private final BankFileReading reading;
    private final StatementRepository statements;
    private final BankRuleBook rules;
    private final Matching matching;
    private final Changes changes;

    BankImport(
            BankFileRepository files,
            BankFileReading reading,
            StatementRepository statements,
            BankRuleBook rules,
            Matching matching,
            Changes changes) {
        this.files = files;
        this.reading = reading;
        this.statements = statements;
        this.rules = rules;
        this.matching = matching;
        this.changes = changes;
    }

    @Transactional
    Mono<BankFileImported> bring(UUID id, boolean skipBadRows) {
        return reading.open(id)
                .doOnNext(file -> refuseUnready(file, skipBadRows))
                .flatMap(file -> reading.read(file, file.mapping()))
                .flatMap(read -> keep(id, read))
                .flatMap(
                        ids ->
                                statements
                                        .dropEmpty(id)
                                        .then(files.imported(id, ids.size()))
                                        .then(matching.refresh())
                                        .then(matching.match(ids.stream().limit(AT_ONCE).toList()))
                                        .then(changes.announceAll("BANK_STATEMENT")))
                .then(files.find(id))
                .map(BankFileImported::new);
    }

    private static void refuseUnready(BankFile file, boolean skipBadRows) {
        if (file.status() != BankFileStatus.CHECKED) {
            throw new Refused(new BankFileNotReady("Check the file first."));
        }
        if (file.badCount() > 0 && !skipBadRows) {
            throw new Refused(new BankFileHasFaults(file.badCount()));
        }
    }

    private Mono<List<UUID>> keep(UUID file, List<ReadStatement> read) {
        return Mono.zip(Caller.current(), rules.present())
                .flatMapMany(
                        now ->
                                Flux.fromIterable(read)
                                        .concatMap(
                                                one ->
                                                        keep(
                                                                file,
                                                                one,
                                                                now.getT1().name(),
                                                                now.getT2().bookExact()
                                                                        ? Caller.SYSTEM.name()
                                                                        : null)))
                .collectList()
                .doOnNext(
                        ids -> {
                            if (ids.isEmpty()) {
                                throw new Refused(
                                        new NothingNew(
                                                read.stream()
                                                        .mapToInt(one -> one.entries().size())
                                                        .sum()));
                            }
                        });
    }

    private Flux<UUID> keep(UUID file, ReadStatement read, String by, @Nullable String booking) {
        var keys = EntryKeys.of(read.entries());
        return statements
                .add(file, read, by, booking)
                .flatMapMany(
                        statement ->
                                Flux.range(0, (keys.size() + AT_ONCE - 1) / AT_ONCE)
                                        .concatMap(
                                                part -> {
                                                    int from = part * AT_ONCE;
                                                    int to = Math.min(keys.size(), from + AT_ONCE);
                                                    return statements.addEntries(
                                                            statement,
                                                            read.account(),
                                                            read.entries().subList(from, to),
                                                            keys.subList(from, to));
                                                }));
    }
}
