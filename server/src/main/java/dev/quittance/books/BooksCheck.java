package dev.quittance.books;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One time the books were checked.
 *
 * @param day the business day
 * @param finishedAt null while it runs
 * @param interrupted it stopped before all rules were checked
 */
record BooksCheck(
        UUID id,
        LocalDate day,
        String startedBy,
        Instant startedAt,
        @Nullable Instant finishedAt,
        int ruleCount,
        int rulesDone,
        int differenceCount,
        boolean interrupted) {}
