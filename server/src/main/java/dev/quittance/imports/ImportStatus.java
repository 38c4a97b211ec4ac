package dev.quittance.imports;

/** Where an import stands. */
public enum ImportStatus {
    UPLOADED,
    CHECKING,
    CHECKED,
    RUNNING,
    COMPLETED,
    FAILED
}
