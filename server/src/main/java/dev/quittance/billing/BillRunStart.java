package dev.quittance.billing;

import dev.quittance.platform.Problem;

/** What comes of asking for a bill run. */
public sealed interface BillRunStart {

    /** It runs, from the beginning or from where it was interrupted. */
    record BillRunStarted(BillRun billRun) implements BillRunStart {}

    /** Another run is not finished. */
    record BillRunUnderWay(BillRun billRun) implements BillRunStart, Problem {
        @Override
        public String message() {
            return "A bill run started by %s is not finished. Wait for it to end."
                    .formatted(billRun.startedBy());
        }
    }
}
