package dev.quittance.imports;

import dev.quittance.platform.Caller;
import dev.quittance.platform.JsonText;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An uploaded file of any kind, and how far it is done.
 *
 * @param mapping what its columns mean, in the words of its kind; JSON
 * @param checked whether a check has come to its end
 * @param atLine rows up to this line are done in the present pass
 */
public record ImportFile(
        UUID id,
        String kind,
        String fileName,
        ImportStatus status,
        @Nullable String failure,
        String uploadedBy,
        Instant uploadedAt,
        List<ImportColumn> columns,
        char delimiter,
        String mapping,
        int rowCount,
        int doneCount,
        int goodCount,
        int badCount,
        int importedCount,
        boolean checked,
        boolean skipBadRows,
        @Nullable UUID runBy,
        @Nullable String runByName,
        int atLine) {

    public ImportFile {
        columns = List.copyOf(columns);
    }

    /** Whether a worker has it in hand. */
    public boolean busy() {
        return status == ImportStatus.CHECKING || status == ImportStatus.RUNNING;
    }

    public List<String> columnNames() {
        return columns.stream().map(ImportColumn::name).toList();
    }

    public <T> T mapping(Class<T> type) {
        return JsonText.read(mapping, type);
    }

    /** Whether `29,85` may be an amount: where a comma does not separate cells. */
    public boolean decimalComma() {
        return delimiter != ',';
    }

    /** The history names who ran it, though a worker does it. */
    public Caller runner() {
        return runBy == null || runByName == null
                ? Caller.SYSTEM
                : new Caller(Caller.Kind.STAFF, runBy, runByName, Set.of(), null, null);
    }
}
