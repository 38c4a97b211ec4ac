package dev.quittance.imports;

import dev.quittance.platform.Changes;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/**
 * The steps of a check and of a run, each a transaction of its own that also says how far it came.
 * A killed server's step leaves nothing behind, and another goes on from there.
 */
@Service
class ImportSteps {
    private final ImportRepository repository;
    private final ImportCheck check;
    private final ImportRun run;
    private final Changes changes;
    private final ImportFiles files;
    private final List<RowKind> kinds;

    ImportSteps(
            ImportRepository repository,
            ImportCheck check,
            ImportRun run,
            Changes changes,
            ImportFiles files,
            List<RowKind> kinds) {
        this.repository = repository;
        this.check = check;
        this.run = run;
        this.changes = changes;
        this.files = files;
        this.kinds = List.copyOf(kinds);
    }

    /** Does the next step of an import that is at work; says whether it is to go on. */
    @Transactional
    Mono<Boolean> next(UUID id) {
        return repository
                .findForUpdate(id)
                .filter(CustomerImport::busy)
                .flatMap(
                        work ->
                                work.status() == ImportStatus.CHECKING
                                        ? check.next(work)
                                        : run.next(work))
                .switchIfEmpty(Mono.defer(() -> ofOtherKind(id)))
                .defaultIfEmpty(false)
                .delayUntil(_ -> changes.announce("IMPORT", id, null));
    }

    private Mono<Boolean> ofOtherKind(UUID id) {
        return files.findForUpdate(id)
                .filter(ImportFile::busy)
                .flatMap(
                        file ->
                                file.status() == ImportStatus.CHECKING
                                        ? kind(file).check(file)
                                        : kind(file).run(file));
    }

    private RowKind kind(ImportFile file) {
        return kinds.stream()
                .filter(one -> one.kinds().contains(file.kind()))
                .findFirst()
                .orElseThrow();
    }
}
