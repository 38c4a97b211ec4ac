package dev.quittance.imports;

import dev.quittance.imports.ImportRowRepository.CheckedRow;
import dev.quittance.imports.RowReading.BadRow;
import dev.quittance.imports.RowReading.GoodRow;
import dev.quittance.organization.Organization;
import dev.quittance.organization.Organizations;
import dev.quittance.platform.Amounts;
import dev.quittance.uploads.CsvFile.Row;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The dry run: reads every row and keeps what is wrong with it. Changes no customer. */
@Component
class ImportCheck {
    private static final int AT_ONCE = 1000;
    private static final int MOST_ADDONS = 200;
    private final ImportRepository repository;
    private final ImportRowRepository rows;
    private final ImportCatalog catalog;
    private final Organizations organizations;

    ImportCheck(
            ImportRepository repository,
            ImportRowRepository rows,
            ImportCatalog catalog,
            Organizations organizations) {
        this.repository = repository;
        this.rows = rows;
        this.catalog = catalog;
        this.organizations = organizations;
    }

    /** Checks the next rows; says whether there are more. */
    Mono<Boolean> next(CustomerImport work) {
        if (work.addons().size() > MOST_ADDONS) {
            return repository
                    .fail(
                            work.id(),
                            "The addon columns hold more than %d different values, so they are hardly addons. Map them otherwise."
                                    .formatted(MOST_ADDONS))
                    .thenReturn(false);
        }
        return Mono.zip(
                        organizations.current(),
                        rows.unchecked(work.id(), work.atLine(), AT_ONCE).collectList())
                .flatMap(
                        t ->
                                t.getT2().isEmpty()
                                        ? finish(work)
                                        : check(work, t.getT2(), t.getT1()));
    }

    private Mono<Boolean> check(CustomerImport work, List<Row> found, Organization organization) {
        var reader = work.reader(organization);
        var read = found.stream().map(reader::read).toList();
        return rows.keep(work.id(), checked(found, read))
                .then(
                        rows.addFaults(
                                work.id(), read.stream().flatMap(ImportCheck::faults).toList()))
                .then(
                        rows.needAddons(
                                work.id(),
                                read.stream().flatMap(ImportCheck::addons).distinct().toList()))
                .then(repository.progress(work.id(), found.getLast().line(), found.size(), 0))
                .thenReturn(true);
    }

    private Mono<Boolean> finish(CustomerImport work) {
        return rows.findTwins(work.id(), work.columnOf(ImportField.EXTERNAL_ID))
                .then(catalog.planPrice(work.mapping()))
                .flatMap(price -> rows.finishCheck(work.id(), Amounts.minor(price)))
                .thenReturn(false);
    }

    private static List<CheckedRow> checked(List<Row> found, List<RowReading> read) {
        return IntStream.range(0, found.size())
                .mapToObj(i -> checked(found.get(i).line(), read.get(i)))
                .toList();
    }

    private static CheckedRow checked(int line, RowReading reading) {
        return switch (reading) {
            case BadRow(var externalId, _) -> new CheckedRow(line, false, externalId, null);
            case GoodRow(var row) ->
                    new CheckedRow(
                            line,
                            true,
                            row.customer().externalId(),
                            row.price() == null ? null : Amounts.minor(row.price()));
        };
    }

    private static Stream<ImportFault> faults(RowReading reading) {
        return reading instanceof BadRow bad ? bad.faults().stream() : Stream.empty();
    }

    private static Stream<String> addons(RowReading reading) {
        return reading instanceof GoodRow good ? good.customer().addons().stream() : Stream.empty();
    }
}
