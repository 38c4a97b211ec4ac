package dev.quittance.billing;

/** Where a bill run stands. */
public enum BillRunStatus {
    RUNNING,
    COMPLETED,
    /** Killed or stopped; it can be resumed. */
    INTERRUPTED
}
