package dev.quittance.imports;

/** What one column of the file holds. */
record MappedColumn(String column, ImportField field) {}
