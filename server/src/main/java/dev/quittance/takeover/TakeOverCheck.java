package dev.quittance.takeover;

import static dev.quittance.takeover.TakeOverField.*;

import dev.quittance.imports.ImportFile;
import dev.quittance.imports.ImportFiles;
import dev.quittance.ledger.ClosedMonths;
import dev.quittance.platform.BusinessClock;
import dev.quittance.takeover.TakeOverPlacing.Read;
import dev.quittance.takeover.TakeOverReader.Bounds;
import dev.quittance.uploads.CsvFile.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The dry run: reads every row, finds whom it concerns, and keeps what is wrong with it. */
@Component
class TakeOverCheck {
    private static final int AT_ONCE = 1000;

    private final ImportFiles files;
    private final TakeOverRows rows;
    private final TakeOverPlacing placing;
    private final ClosedMonths months;
    private final BusinessClock clock;

    TakeOverCheck(
            ImportFiles files,
            TakeOverRows rows,
            TakeOverPlacing placing,
            ClosedMonths months,
            BusinessClock clock) {
        this.files = files;
        this.rows = rows;
        this.placing = placing;
        this.months = months;
        this.clock = clock;
    }

    /** Checks the next rows; says whether there are more. */
    Mono<Boolean> next(ImportFile file) {
        return Mono.zip(
                        files.unchecked(file, AT_ONCE).collectList(),
                        months.present(),
                        clock.today())
                .flatMap(
                        t ->
                                t.getT1().isEmpty()
                                        ? finish(file)
                                        : check(
                                                file,
                                                t.getT1(),
                                                t.getT2().closedThrough(),
                                                t.getT3()));
    }

    private Mono<Boolean> check(
            ImportFile file, List<Row> found, @Nullable LocalDate closed, LocalDate today) {
        var kind = TakeOverKind.valueOf(file.kind());
        var mapping = file.mapping(TakeOverMapping.class);
        var bounds =
                new Bounds(
                        Objects.requireNonNullElse(mapping.asOf(), CellReader.LATEST),
                        closed,
                        today);
        var read = new ArrayList<Read>();
        for (var row : found) {
            var cells = new CellReader(row, file.columnNames(), mapping, file.decimalComma());
            read.add(new Read(cells, TakeOverReader.read(kind, cells, bounds)));
        }
        return placing.place(kind, read)
                .flatMap(
                        placed ->
                                rows.add(file.id(), placed)
                                        .then(
                                                files.checked(
                                                        file,
                                                        found.getLast().line(),
                                                        placed.stream()
                                                                .map(one -> one.row().line())
                                                                .toList(),
                                                        read.stream()
                                                                .flatMap(
                                                                        one ->
                                                                                one
                                                                                        .cells()
                                                                                        .faults()
                                                                                        .stream())
                                                                .toList(),
                                                        found.size())))
                .thenReturn(true);
    }

    private Mono<Boolean> finish(ImportFile file) {
        return rows.twins(file.id(), column(file, once(file)))
                .collectList()
                .flatMap(twins -> files.addFaults(file, twins))
                .then(files.finishCheck(file))
                .thenReturn(false);
    }

    /** The cell that holds what may come once only. */
    private static TakeOverField once(ImportFile file) {
        return switch (TakeOverKind.valueOf(file.kind())) {
            case OPEN_INVOICES -> NUMBER;
            case OPENING_BALANCES -> CUSTOMER;
            case NEXT_BILLING_DATES ->
                    file.mapping(TakeOverMapping.class).has(SUBSCRIPTION) ? SUBSCRIPTION : CUSTOMER;
        };
    }

    /** The column that holds a field, or the field's name where none does. */
    static String column(ImportFile file, TakeOverField field) {
        return file.mapping(TakeOverMapping.class).columns().stream()
                .filter(one -> one.field() == field)
                .map(TakeOverColumn::column)
                .findFirst()
                .orElse(field.name());
    }
}
