package dev.quittance.imports;

import org.jspecify.annotations.Nullable;

/**
 * A fault in one cell of a file, or in a whole row where no column is named.
 *
 * @param line the header is line 1
 * @param part counts the faults of a row
 */
public record ImportFault(int line, int part, @Nullable String column, String reason) {}
