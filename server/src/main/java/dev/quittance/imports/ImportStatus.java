package dev.quittance.imports;

/** Where an import stands. */
enum ImportStatus {
    UPLOADED,
    CHECKING,
    CHECKED,
    RUNNING,
    COMPLETED,
    FAILED
}
