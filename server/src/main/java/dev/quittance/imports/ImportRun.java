package dev.quittance.imports;

import dev.quittance.imports.RowReading.GoodRow;
import dev.quittance.organization.Organization;
import dev.quittance.organization.Organizations;
import dev.quittance.uploads.CsvFile.Row;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The import itself: makes customers of good rows, some hundred at once, each row exactly once. */
@Component
class ImportRun {
    private static final int AT_ONCE = 500;
    private final ImportRepository repository;
    private final ImportRowRepository rows;
    private final ImportedCustomers customers;
    private final Organizations organizations;

    ImportRun(
            ImportRepository repository,
            ImportRowRepository rows,
            ImportedCustomers customers,
            Organizations organizations) {
        this.repository = repository;
        this.rows = rows;
        this.customers = customers;
        this.organizations = organizations;
    }

    /** Makes the next customers; says whether there are more. */
    Mono<Boolean> next(CustomerImport work) {
        return Mono.zip(
                        organizations.current(),
                        rows.good(work.id(), work.atLine(), AT_ONCE).collectList())
                .flatMap(
                        t ->
                                t.getT2().isEmpty()
                                        ? repository.complete(work.id()).thenReturn(false)
                                        : make(work, t.getT2(), t.getT1()));
    }

    private Mono<Boolean> make(CustomerImport work, List<Row> found, Organization organization) {
        var reader = work.reader(organization);
        var read =
                found.stream()
                        .map(reader::read)
                        .map(GoodRow.class::cast)
                        .map(GoodRow::customer)
                        .toList();
        var ids =
                read.stream()
                        .map(row -> row.customer().externalId())
                        .filter(Objects::nonNull)
                        .toList();
        return rows.taken(ids)
                .collectList()
                .flatMap(
                        taken -> taken.isEmpty() ? make(work, found, read) : leaveOut(work, taken));
    }

    private Mono<Boolean> make(CustomerImport work, List<Row> found, List<CustomerRow> read) {
        return customers
                .make(work, read)
                .then(rows.markImported(work.id(), found.stream().map(Row::line).toList()))
                .then(
                        repository.progress(
                                work.id(), found.getLast().line(), read.size(), read.size()))
                .thenReturn(true);
    }

    /** Somebody made customers of these external ids since the check. */
    private Mono<Boolean> leaveOut(CustomerImport work, List<String> taken) {
        var marked = rows.markTaken(work.id(), work.columnOf(ImportField.EXTERNAL_ID), taken);
        return work.skipBadRows()
                ? marked.thenReturn(true)
                : marked.then(
                                repository.fail(
                                        work.id(),
                                        "Some customers were made since the check, see the faults. Run it again leaving bad rows out."))
                        .thenReturn(false);
    }
}
