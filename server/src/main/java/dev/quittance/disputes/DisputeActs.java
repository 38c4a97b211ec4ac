package dev.quittance.disputes;

import dev.quittance.platform.Problem;
import java.util.List;

/** What staff's acts on disputes come to. */
interface DisputeActs {

    /** The evidence is on its way to the gateway. */
    record DisputeAnswered(Dispute dispute) {}

    /** The dispute is given up. */
    record DisputeAccepted(Dispute dispute) {}

    /** The dispute waits for no answer, or not any more. */
    record DisputeNotOpen(String message) implements Problem {}

    /**
     * The gateways have answered.
     *
     * @param disputes that are new or have moved on
     * @param waiting how many are left for the next time, since their payment has not come in yet,
     *     or they could not be recorded
     */
    record DisputesFetched(List<Dispute> disputes, int waiting) {}

    /** No card processor is set up that could be asked. */
    record NoDisputes() implements Problem {
        @Override
        public String message() {
            return "No card processor is set up that could be asked.";
        }
    }

    /** The payer disputes the payment. */
    record SandboxDisputeOpened(Dispute dispute) {}

    /** The payer's bank has decided. */
    record SandboxDisputeDecided(Dispute dispute) {}

    /** The payer's bank can't be played here. */
    record NotInSandbox(String message) implements Problem {}
}
