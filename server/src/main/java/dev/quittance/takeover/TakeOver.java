package dev.quittance.takeover;

import dev.quittance.imports.ImportColumn;
import dev.quittance.imports.ImportFile;
import dev.quittance.imports.ImportStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A file from another billing system: who took it over, when, and how far it is done. */
record TakeOver(
        UUID id,
        TakeOverKind kind,
        String fileName,
        ImportStatus status,
        @Nullable String failure,
        String uploadedBy,
        Instant uploadedAt,
        List<ImportColumn> columns,
        TakeOverMapping mapping,
        int rowCount,
        int doneCount,
        int goodCount,
        int badCount,
        int importedCount,
        @Nullable String runBy,
        @Nullable String acknowledgement,
        @Nullable String acknowledgedBy,
        @Nullable Instant finishedAt,
        @Nullable Instant undoneAt,
        @Nullable String undoneBy,
        @Nullable String undoReason) {

    /** What the former system says it adds up to in one currency; null where it is not known. */
    record Total(String currency, @Nullable Money owed, @Nullable Money credit) {}

    /** What is kept of it beside the file. */
    record Facts(
            UUID id,
            List<Total> controls,
            @Nullable String acknowledgement,
            @Nullable String acknowledgedBy,
            @Nullable Instant finishedAt,
            @Nullable Instant undoneAt,
            @Nullable String undoneBy,
            @Nullable String undoReason) {

        static Facts none(UUID id) {
            return new Facts(id, List.of(), null, null, null, null, null, null);
        }
    }

    static TakeOver of(ImportFile file, Facts facts) {
        return new TakeOver(
                file.id(),
                TakeOverKind.valueOf(file.kind()),
                file.fileName(),
                file.status(),
                file.failure(),
                file.uploadedBy(),
                file.uploadedAt(),
                file.columns(),
                file.mapping(TakeOverMapping.class),
                file.rowCount(),
                file.doneCount(),
                file.goodCount(),
                file.badCount(),
                file.importedCount(),
                file.runByName(),
                facts.acknowledgement(),
                facts.acknowledgedBy(),
                facts.finishedAt(),
                facts.undoneAt(),
                facts.undoneBy(),
                facts.undoReason());
    }
}
