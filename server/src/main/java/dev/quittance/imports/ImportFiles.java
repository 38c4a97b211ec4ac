package dev.quittance.imports;

import dev.quittance.imports.ImportStart.ImportBusy;
import dev.quittance.imports.ImportStart.ImportHasFaults;
import dev.quittance.platform.Caller;
import dev.quittance.platform.Changes;
import dev.quittance.platform.NotFound;
import dev.quittance.platform.Page;
import dev.quittance.platform.Refused;
import dev.quittance.uploads.CsvFile.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Files of further kinds: they are uploaded, checked and run like those with customers. */
@Service
public class ImportFiles {
    private final ImportFileRepository files;
    private final ImportRepository repository;
    private final ImportRowRepository rows;
    private final Changes changes;

    ImportFiles(
            ImportFileRepository files,
            ImportRepository repository,
            ImportRowRepository rows,
            Changes changes) {
        this.files = files;
        this.repository = repository;
        this.rows = rows;
        this.changes = changes;
    }

    Mono<Void> add(CustomerImport made, String kind, String mapping) {
        return files.add(made, kind, mapping);
    }

    Mono<ImportFile> findForUpdate(UUID id) {
        return files.find(id, true);
    }

    /** One file of these kinds, or {@link NotFound}. */
    public Mono<ImportFile> get(UUID id, Set<String> kinds) {
        return files.find(id, false)
                .filter(one -> kinds.contains(one.kind()))
                .switchIfEmpty(missing());
    }

    /** The same, held until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<ImportFile> lock(UUID id, Set<String> kinds) {
        return files.find(id, true)
                .filter(one -> kinds.contains(one.kind()))
                .switchIfEmpty(missing());
    }

    /** A page of the files of these kinds, newest first. */
    public Flux<ImportFile> page(Set<String> kinds, Page page) {
        return files.page(kinds, page);
    }

    /** Starts a check, over and over until the first row is taken in; a worker does it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> beginCheck(ImportFile held, String mapping) {
        if (held.busy()) {
            return refused("The import is at work. Wait until it is done.");
        }
        if (held.importedCount() > 0 || held.status() == ImportStatus.COMPLETED) {
            return refused("Rows of this file are taken in already. Upload it again to check it.");
        }
        return files.beginCheck(held.id(), mapping).then(announce(held.id()));
    }

    /** Starts a run after a check that found no bad row, or leaves the bad ones out. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> beginRun(ImportFile held, boolean skipBadRows, LocalDate today) {
        if (held.busy()) {
            return refused("The import is at work. Wait until it is done.");
        }
        if (held.status() == ImportStatus.COMPLETED) {
            return refused("The import is over: each of its good rows is taken in.");
        }
        if (!held.checked()) {
            return refused("Check the file first.");
        }
        if (held.goodCount() == 0 || held.badCount() > 0 && !skipBadRows) {
            return Mono.error(new Refused(hasFaults(held)));
        }
        return Caller.current()
                .flatMap(by -> repository.beginRun(held.id(), skipBadRows, by, today))
                .then(announce(held.id()));
    }

    private static ImportHasFaults hasFaults(ImportFile held) {
        return new ImportHasFaults(
                held.badCount(),
                held.goodCount() == 0
                        ? "No row can be imported. Mend the file and upload it again."
                        : "%,d of %,d rows are bad. Mend the file, or leave them out."
                                .formatted(held.badCount(), held.rowCount()));
    }

    /** The next rows that are to be checked. */
    public Flux<Row> unchecked(ImportFile file, int limit) {
        return rows.unchecked(file.id(), file.atLine(), limit);
    }

    /** Keeps the faults of rows that were checked, up to {@code line}. */
    public Mono<Void> checked(
            ImportFile file, int line, List<Integer> good, List<ImportFault> faults, int count) {
        return files.keepGood(file.id(), good)
                .then(rows.addFaults(file.id(), faults))
                .then(repository.progress(file.id(), line, count, 0));
    }

    /** Ends the check: rows with faults are bad, the others good. */
    public Mono<Void> finishCheck(ImportFile file) {
        return files.finishCheck(file.id());
    }

    /** Notes that the good rows of these lines are taken in, in the transaction that does. */
    public Mono<Void> imported(ImportFile file, List<Integer> lines) {
        return rows.markImported(file.id(), lines)
                .then(repository.progress(file.id(), lines.getLast(), lines.size(), lines.size()));
    }

    /** Turns good rows bad that can't be taken in any more; they get these faults. */
    public Mono<Void> spoiled(ImportFile file, List<ImportFault> faults) {
        return files.markBad(file.id(), faults.stream().map(ImportFault::line).distinct().toList())
                .then(rows.addFaults(file.id(), faults));
    }

    /** Adds faults that the check of the whole file found. */
    public Mono<Void> addFaults(ImportFile file, List<ImportFault> faults) {
        return rows.addFaults(file.id(), faults);
    }

    /** Notes that every good row is taken in. */
    public Mono<Void> complete(ImportFile file) {
        return repository.complete(file.id());
    }

    /** Stops it, with a sentence that says why; it can be started again. */
    public Mono<Void> fail(ImportFile file, String failure) {
        return repository.fail(file.id(), failure);
    }

    /** Tells whoever looks at it that it changed. */
    public Mono<Void> announce(UUID id) {
        return changes.announce("IMPORT", id, null);
    }

    private static Mono<Void> refused(String message) {
        return Mono.error(new Refused(new ImportBusy(message)));
    }

    private static <T> Mono<T> missing() {
        return Mono.error(() -> new NotFound("import"));
    }
}
