package dev.quittance.imports;

import dev.quittance.organization.Organization;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A file with customers and their subscriptions, and how far it is done.
 *
 * @param total of the good rows; null before the check
 * @param importOn the day from which the customers are billed; null before the first run
 * @param atLine rows up to this line are done in the present pass
 */
record CustomerImport(
        UUID id,
        String fileName,
        ImportStatus status,
        @Nullable String failure,
        String uploadedBy,
        Instant uploadedAt,
        List<ImportColumn> columns,
        char delimiter,
        ImportMapping mapping,
        int rowCount,
        int doneCount,
        int goodCount,
        int badCount,
        int importedCount,
        @Nullable Money total,
        List<String> addons,
        boolean skipBadRows,
        @Nullable UUID runBy,
        @Nullable String runByName,
        @Nullable LocalDate importOn,
        int atLine) {

    /** An import as it is when its file has come in. */
    static CustomerImport uploaded(
            UUID id,
            String fileName,
            String by,
            Instant at,
            List<ImportColumn> columns,
            char delimiter,
            ImportMapping mapping) {
        return new CustomerImport(
                id,
                fileName,
                ImportStatus.UPLOADED,
                null,
                by,
                at,
                columns,
                delimiter,
                mapping,
                0,
                0,
                0,
                0,
                0,
                null,
                List.of(),
                false,
                null,
                null,
                null,
                1);
    }

    /** The good rows' recurring totals, one per currency. */
    public List<Money> totals() {
        return total == null ? List.of() : List.of(total);
    }

    /** Whether a worker has it in hand. */
    boolean busy() {
        return status == ImportStatus.CHECKING || status == ImportStatus.RUNNING;
    }

    List<String> columnNames() {
        return columns.stream().map(ImportColumn::name).toList();
    }

    /** The column that holds {@code field}, null when none does. */
    @Nullable String columnOf(ImportField field) {
        return mapping.columns().stream()
                .filter(mapped -> mapped.field() == field)
                .map(MappedColumn::column)
                .findFirst()
                .orElse(null);
    }

    RowReader reader(Organization organization) {
        return new RowReader(columnNames(), mapping, delimiter != ',', organization);
    }
}
