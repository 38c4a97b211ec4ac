package dev.quittance.banking;

import dev.quittance.organization.Organization;
import dev.quittance.platform.Caller;
import dev.quittance.platform.Ids;
import dev.quittance.platform.InvalidInput;
import dev.quittance.platform.Refused;
import dev.quittance.uploads.CsvFile;
import dev.quittance.uploads.CsvFile.Row;
import dev.quittance.uploads.FileRefused;
import dev.quittance.uploads.FileText;
import dev.quittance.uploads.UploadedFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a bank's file is, before and while it is read. Blocks. */
record BankFileText(BankFile file, byte[] content) {
    private static final long MOST_BYTES = 20_000_000;
    private static final int SAMPLES = 3;

    /**
     * @throws FileRefused when it is neither XML of a statement nor CSV
     */
    static BankFileText of(Path path, String name, Caller caller, Organization organization)
            throws IOException {
        if (Files.size(path) > MOST_BYTES) {
            throw new FileRefused(
                    0, null, "The file is larger than 20 MB. Ask for shorter statements.");
        }
        var content = Files.readAllBytes(path);
        var format = xml(content) ? BankFileFormat.CAMT : BankFileFormat.CSV;
        List<BankColumn> columns = List.of();
        BankMapping mapping = null;
        if (format == BankFileFormat.CAMT) {
            CamtReader.read(new ByteArrayInputStream(content));
        } else {
            FileText.check(path);
            columns = columns(path);
            mapping =
                    BankMapping.proposedFor(
                            columns, account(organization), organization.defaultCurrency());
        }
        var file =
                new BankFile(
                        Ids.next(),
                        name,
                        format,
                        BankFileStatus.UPLOADED,
                        caller.name(),
                        Instant.now(),
                        columns,
                        mapping,
                        0,
                        0,
                        0,
                        0,
                        0);
        return new BankFileText(file, content);
    }

    /** The mapping by which a file is to be read; CSV keeps the one it has. */
    static @Nullable BankMapping mapping(BankFile file, @Nullable BankMapping wanted) {
        if (file.format() == BankFileFormat.CAMT) {
            if (wanted != null) {
                throw new Refused(
                        InvalidInput.of("mapping", "must be left out: the file is no CSV"));
            }
            return null;
        }
        var mapping = wanted == null ? file.mapping() : wanted;
        return mapping == null
                ? null
                : mapping.checked(file.columns().stream().map(BankColumn::name).toList());
    }

    static List<ReadStatement> read(BankFile file, byte[] content, @Nullable BankMapping mapping)
            throws IOException {
        if (mapping == null) {
            return CamtReader.read(new ByteArrayInputStream(content));
        }
        var path = Files.createTempFile("bank-", ".csv");
        try {
            Files.write(path, content);
            try (var csv = CsvFile.open(path)) {
                return CsvStatement.read(csv, mapping, file.fileName());
            }
        } catch (FileRefused refused) {
            throw new Refused(InvalidInput.of("mapping", refused.sentence()));
        } finally {
            UploadedFile.delete(path);
        }
    }

    private static boolean xml(byte[] content) {
        var start =
                new String(content, 0, Math.min(content.length, 200), StandardCharsets.UTF_8)
                        .replace("\uFEFF", "")
                        .strip();
        return start.startsWith("<");
    }

    /** The first of the bank details that looks like an account. */
    private static String account(Organization organization) {
        return organization.bankDetails().stream()
                .filter(one -> one.label().toUpperCase(Locale.ROOT).contains("IBAN"))
                .map(one -> BankText.account(one.value()))
                .findFirst()
                .orElse("");
    }

    private static List<BankColumn> columns(Path path) {
        try (var csv = CsvFile.open(path)) {
            var rows = new ArrayList<Row>();
            while (rows.size() < SAMPLES && csv.hasNext()) {
                rows.add(csv.next());
            }
            if (rows.isEmpty()) {
                throw new FileRefused(0, null, "The file has a header and no rows below it.");
            }
            return IntStream.range(0, csv.columns().size())
                    .mapToObj(i -> new BankColumn(csv.columns().get(i), samples(rows, i)))
                    .toList();
        } catch (UncheckedIOException e) {
            throw new FileRefused(0, null, "The file can't be read.");
        }
    }

    private static List<String> samples(List<Row> rows, int column) {
        return rows.stream()
                .filter(row -> column < row.cells().size())
                .map(row -> row.cells().get(column))
                .map(cell -> cell.length() > 60 ? cell.substring(0, 60) + "…" : cell)
                .toList();
    }
}
