package dev.quittance.contracting;

import dev.quittance.platform.Problem;
import dev.quittance.subscriptions.SubscriptionContract;
import java.time.LocalDate;
import org.joda.money.Money;

/** What comes of cancelling a subscription, or of taking that back. */
sealed interface CancelOutcome {

    /**
     * It is over.
     *
     * @param credit for unused days, with the tax
     * @param refund what of it goes back to what had paid
     */
    record SubscriptionCancelled(SubscriptionContract subscription, Money credit, Money refund)
            implements CancelOutcome {}

    /** It will end on {@code endsOn}, the first day that is no longer part of it. */
    record CancellationScheduled(SubscriptionContract subscription, LocalDate endsOn)
            implements CancelOutcome {}

    /** It goes on without an end. */
    record ScheduledCancellationRemoved(SubscriptionContract subscription)
            implements CancelOutcome {}

    /** There is nothing to take back. */
    record NothingScheduled() implements CancelOutcome, Problem {
        @Override
        public String message() {
            return "No cancellation is scheduled for this subscription.";
        }
    }
}
