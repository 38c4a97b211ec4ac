package dev.quittance.banking;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file of the merchant's bank.
 *
 * @param columns of CSV only, as is the mapping
 * @param knownCount how many of the good entries are here already
 * @param pendingCount how many the bank has not booked yet; they are not taken
 */
record BankFile(
        UUID id,
        String fileName,
        BankFileFormat format,
        BankFileStatus status,
        String uploadedBy,
        Instant uploadedAt,
        List<BankColumn> columns,
        @Nullable BankMapping mapping,
        int goodCount,
        int badCount,
        int knownCount,
        int pendingCount,
        int importedCount) {}
