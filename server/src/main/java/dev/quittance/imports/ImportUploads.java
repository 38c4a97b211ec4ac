package dev.quittance.imports;

import dev.quittance.organization.Organizations;
import dev.quittance.platform.Blocking;
import dev.quittance.platform.Caller;
import dev.quittance.platform.Changes;
import dev.quittance.platform.Ids;
import dev.quittance.uploads.CsvFile;
import dev.quittance.uploads.CsvFile.Row;
import dev.quittance.uploads.FileRefused;
import dev.quittance.uploads.FileText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Takes a file in: as a whole, or not at all. */
@Service
class ImportUploads {
    private static final int BATCH = 1000;
    private static final int MOST_ROWS = 500_000;
    private static final int SAMPLES = 3;
    private static final int LONGEST_SAMPLE = 60;
    private final ImportRepository repository;
    private final Organizations organizations;
    private final Changes changes;
    private final ImportFiles files;
    private final List<RowKind> kinds;

    ImportUploads(
            ImportRepository repository,
            Organizations organizations,
            Changes changes,
            ImportFiles files,
            List<RowKind> kinds) {
        this.repository = repository;
        this.organizations = organizations;
        this.changes = changes;
        this.files = files;
        this.kinds = List.copyOf(kinds);
    }

    /** Keeps the rows of {@code file}; its columns are mapped by their names for a start. */
    @Transactional
    Mono<UUID> take(Path file, String fileName, Caller caller, @Nullable String kind) {
        return Mono.usingWhen(
                Blocking.call(() -> open(file)),
                csv ->
                        Mono.zip(organizations.current(), batch(csv))
                                .flatMap(
                                        t ->
                                                keep(
                                                        csv,
                                                        t.getT2(),
                                                        fileName,
                                                        caller,
                                                        t.getT1().defaultCurrency(),
                                                        kind)),
                csv -> Blocking.run(csv::close));
    }

    private static CsvFile open(Path file) {
        try {
            FileText.check(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return CsvFile.open(file);
    }

    private Mono<UUID> keep(
            CsvFile csv,
            List<Row> firstRows,
            String fileName,
            Caller caller,
            CurrencyUnit usual,
            @Nullable String kind) {
        if (firstRows.isEmpty()) {
            return Mono.error(
                    new FileRefused(0, null, "The file has a header and no rows below it."));
        }
        var made = uploaded(csv, firstRows, fileName, caller, usual);
        var rest = Mono.defer(() -> batch(csv)).repeat().takeWhile(rows -> !rows.isEmpty());
        return add(made, kind)
                .thenMany(rest.startWith(firstRows))
                .concatMap(rows -> repository.addRows(made.id(), rows).thenReturn(rows.size()))
                .reduce(Integer::sum)
                .flatMap(count -> repository.countRows(made.id(), count))
                .then(changes.announce("IMPORT", made.id(), null))
                .thenReturn(made.id());
    }

    private Mono<Void> add(CustomerImport made, @Nullable String kind) {
        return kind == null
                ? repository.add(made)
                : kinds.stream()
                        .filter(one -> one.kinds().contains(kind))
                        .findFirst()
                        .map(one -> files.add(made, kind, one.proposed(kind, made.columnNames())))
                        .orElseGet(
                                () ->
                                        Mono.error(
                                                new FileRefused(
                                                        0,
                                                        null,
                                                        "There is no kind of file with this name.")));
    }

    private static Mono<List<Row>> batch(CsvFile csv) {
        return Blocking.call(
                () -> {
                    var rows = new ArrayList<Row>(BATCH);
                    while (rows.size() < BATCH && csv.hasNext()) {
                        rows.add(csv.next());
                    }
                    if (csv.rowsRead() > MOST_ROWS) {
                        throw new FileRefused(
                                0,
                                null,
                                "The file has more than %,d rows. Split it into several files, each with the header line."
                                        .formatted(MOST_ROWS));
                    }
                    return rows;
                });
    }

    private static CustomerImport uploaded(
            CsvFile csv, List<Row> firstRows, String fileName, Caller caller, CurrencyUnit usual) {
        var columns =
                IntStream.range(0, csv.columns().size())
                        .mapToObj(
                                i -> new ImportColumn(csv.columns().get(i), samples(firstRows, i)))
                        .toList();
        return CustomerImport.uploaded(
                Ids.next(),
                fileName,
                caller.name(),
                Instant.now(),
                columns,
                csv.delimiter(),
                ImportMapping.proposedFor(csv.columns(), usual));
    }

    private static List<String> samples(List<Row> rows, int column) {
        return rows.stream()
                .limit(SAMPLES)
                .filter(row -> column < row.cells().size())
                .map(row -> row.cells().get(column))
                .map(
                        cell ->
                                cell.length() > LONGEST_SAMPLE
                                        ? cell.substring(0, LONGEST_SAMPLE) + "…"
                                        : cell)
                .toList();
    }
}
