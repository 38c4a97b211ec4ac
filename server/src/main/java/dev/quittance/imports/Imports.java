package dev.quittance.imports;

import dev.quittance.imports.ImportStart.CustomerImportStarted;
import dev.quittance.organization.Organizations;
import dev.quittance.platform.BusinessClock;
import dev.quittance.platform.Caller;
import dev.quittance.platform.Changes;
import dev.quittance.platform.NotFound;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Starts the check of a file and its import; a worker does them. */
@Service
class Imports {
    private final ImportRepository repository;
    private final ImportCatalog catalog;
    private final Organizations organizations;
    private final BusinessClock clock;
    private final Changes changes;

    Imports(
            ImportRepository repository,
            ImportCatalog catalog,
            Organizations organizations,
            BusinessClock clock,
            Changes changes) {
        this.repository = repository;
        this.catalog = catalog;
        this.organizations = organizations;
        this.clock = clock;
        this.changes = changes;
    }

    @Transactional
    Mono<ImportStart> check(UUID id, ImportMapping wanted) {
        return locked(id)
                .flatMap(
                        found ->
                                ImportStart.check(found) instanceof CustomerImportStarted
                                        ? beginCheck(id, wanted.checked(found.columnNames()))
                                        : Mono.just(ImportStart.check(found)));
    }

    private Mono<ImportStart> beginCheck(UUID id, ImportMapping mapping) {
        return catalog.check(mapping)
                .then(repository.beginCheck(id, mapping))
                .then(changes.announce("IMPORT", id, null))
                .then(started(id));
    }

    @Transactional
    Mono<ImportStart> run(UUID id, boolean skipBadRows) {
        return locked(id)
                .flatMap(
                        found ->
                                ImportStart.run(found, skipBadRows) instanceof CustomerImportStarted
                                        ? beginRun(id, skipBadRows)
                                        : Mono.just(ImportStart.run(found, skipBadRows)));
    }

    private Mono<ImportStart> beginRun(UUID id, boolean skipBadRows) {
        return Mono.zip(Caller.current(), today())
                .flatMap(t -> repository.beginRun(id, skipBadRows, t.getT1(), t.getT2()))
                .then(changes.announce("IMPORT", id, null))
                .then(started(id));
    }

    private Mono<LocalDate> today() {
        return organizations.zone().flatMap(clock::today);
    }

    private Mono<CustomerImport> locked(UUID id) {
        return repository.findForUpdate(id).switchIfEmpty(Mono.error(() -> new NotFound("import")));
    }

    private Mono<ImportStart> started(UUID id) {
        return repository.find(id).map(CustomerImportStarted::new);
    }
}
