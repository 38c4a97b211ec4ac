package dev.quittance.banking;

import dev.quittance.banking.FileAnswers.BankFileChecked;
import dev.quittance.banking.FileAnswers.BankFileDiscarded;
import dev.quittance.organization.Organizations;
import dev.quittance.platform.Blocking;
import dev.quittance.platform.Caller;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes files of the bank in, and checks them without changing anything. */
@Service
class BankFiles {
    private final BankFileRepository files;
    private final BankFileReading reading;
    private final StatementRepository statements;
    private final Organizations organizations;

    BankFiles(
            BankFileRepository files,
            BankFileReading reading,
            StatementRepository statements,
            Organizations organizations) {
        this.files = files;
        this.reading = reading;
        this.statements = statements;
        this.organizations = organizations;
    }

    @Transactional
    Mono<UUID> take(Path path, String fileName, Caller caller) {
        return organizations
                .current()
                .flatMap(its -> Blocking.call(() -> BankFileText.of(path, fileName, caller, its)))
                .flatMap(
                        read ->
                                files.add(read.file(), read.content())
                                        .thenReturn(read.file().id()));
    }

    @Transactional
    Mono<BankFileChecked> check(UUID id, @Nullable BankMapping wanted) {
        return reading.open(id)
                .flatMap(file -> look(file, BankFileText.mapping(file, wanted)))
                .then(files.find(id))
                .map(BankFileChecked::new);
    }

    private Mono<Void> look(BankFile file, @Nullable BankMapping mapping) {
        return reading.read(file, mapping)
                .flatMap(
                        read ->
                                count(read)
                                        .flatMap(
                                                counts ->
                                                        files.checked(
                                                                file.id(),
                                                                mapping,
                                                                counts,
                                                                faults(read))));
    }

    /** Drops a file that is not imported. */
    @Transactional
    Mono<BankFileDiscarded> discard(UUID id) {
        return reading.open(id)
                .flatMap(file -> files.drop(id).thenReturn(new BankFileDiscarded(file.fileName())));
    }

    private Mono<FileCounts> count(List<ReadStatement> read) {
        int good = read.stream().mapToInt(one -> one.entries().size()).sum();
        int pending = read.stream().mapToInt(ReadStatement::pending).sum();
        var seen = new HashSet<String>();
        return Flux.fromIterable(read)
                .concatMap(
                        one -> {
                            var keys = EntryKeys.of(one.entries());
                            var fresh =
                                    keys.stream()
                                            .filter(key -> seen.add(one.account() + key))
                                            .toList();
                            return statements
                                    .known(one.account(), fresh)
                                    .map(known -> known + keys.size() - fresh.size());
                        })
                .reduce(0, Integer::sum)
                .map(known -> new FileCounts(good, known, pending));
    }

    private static List<FileFault> faults(List<ReadStatement> read) {
        return read.stream().flatMap(one -> one.faults().stream()).toList();
    }
}
