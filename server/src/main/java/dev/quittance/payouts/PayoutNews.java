package dev.quittance.payouts;

import dev.quittance.platform.Problem;
import java.util.List;

/** What comes of asking the gateways for payouts. */
sealed interface PayoutNews {

    /**
     * They have answered.
     *
     * @param payouts that were not known before
     * @param waiting how many were left for the next time, since a charge or refund in them has no
     *     outcome here yet
     */
    record PayoutsFetched(List<Payout> payouts, int waiting) implements PayoutNews {}

    /** Nobody can be asked. */
    record NoGateway() implements PayoutNews, Problem {
        @Override
        public String message() {
            return "No card processor is set up that could be asked.";
        }
    }
}
