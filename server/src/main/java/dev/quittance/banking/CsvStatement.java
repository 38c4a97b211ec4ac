package dev.quittance.banking;

import static java.util.Objects.requireNonNullElse;

import dev.quittance.uploads.CsvFile;
import dev.quittance.uploads.CsvFile.Row;
import dev.quittance.uploads.FileRefused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;

/** Reads a bank's CSV as its columns are mapped: one statement for each account and currency. */
final class CsvStatement {
    private static final int MOST_ROWS = 200_000;
    private static final int MOST_FAULTS = 1000;

    private record Owner(String account, CurrencyUnit currency) {}

    private CsvStatement() {}

    static List<ReadStatement> read(CsvFile csv, BankMapping mapping, String fileName) {
        var reader = new CsvEntryReader(csv.columns(), mapping);
        Map<Owner, List<ReadEntry>> entries = new LinkedHashMap<>();
        var faults = new ArrayList<FileFault>();
        while (csv.hasNext()) {
            Row row = csv.next();
            var account = reader.account(row, faults);
            var entry = reader.read(row, faults);
            if (entry != null && account != null) {
                entries.computeIfAbsent(
                                new Owner(account, entry.amount().getCurrencyUnit()),
                                _ -> new ArrayList<>())
                        .add(entry);
            }
            bound(csv, row, faults);
        }
        return statements(entries, faults, mapping, fileName);
    }

    private static void bound(CsvFile csv, Row row, List<FileFault> faults) {
        if (csv.rowsRead() > MOST_ROWS) {
            throw new FileRefused(
                    row.line(), null, "there are more than %,d rows.".formatted(MOST_ROWS));
        }
        if (faults.size() > MOST_FAULTS) {
            throw new FileRefused(
                    row.line(),
                    null,
                    "there are more than %,d faults up to here.".formatted(MOST_FAULTS));
        }
    }

    private static List<ReadStatement> statements(
            Map<Owner, List<ReadEntry>> entries,
            List<FileFault> faults,
            BankMapping mapping,
            String fileName) {
        var found = new ArrayList<ReadStatement>();
        if (entries.isEmpty()) {
            entries.put(
                    new Owner(BankText.account(mapping.account()), mapping.currency()), List.of());
        }
        entries.forEach(
                (owner, its) ->
                        found.add(
                                new ReadStatement(
                                        1,
                                        owner.account(),
                                        owner.currency(),
                                        requireNonNullElse(
                                                BankText.line(fileName, 100), "Statement"),
                                        its.stream()
                                                .map(ReadEntry::bookedOn)
                                                .min(LocalDate::compareTo)
                                                .orElse(null),
                                        its.stream()
                                                .map(ReadEntry::bookedOn)
                                                .max(LocalDate::compareTo)
                                                .orElse(null),
                                        null,
                                        null,
                                        its,
                                        0,
                                        found.isEmpty() ? faults : List.of())));
        return found;
    }
}
