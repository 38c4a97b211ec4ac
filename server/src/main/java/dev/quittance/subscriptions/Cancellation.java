package dev.quittance.subscriptions;

import dev.quittance.platform.Problem;
import java.time.LocalDate;

/** What comes of asking to stop a subscription. */
public sealed interface Cancellation {

    /** It ends today; what is billed for days from {@code on} on is owed back. */
    record EndsNow(LocalDate on) implements Cancellation {}

    /** It goes on and ends by itself on {@code on}. */
    record EndsLater(LocalDate on) implements Cancellation {}

    /** The agreed minimum term still runs. */
    record BoundByTerm(LocalDate earliestEnd) implements Cancellation, Problem {
        @Override
        public String message() {
            return "The agreed term runs until %s.".formatted(earliestEnd.minusDays(1));
        }
    }

    /** It has ended already. */
    record SubscriptionOver(LocalDate endedOn) implements Cancellation, Problem {
        @Override
        public String message() {
            return "This subscription ended on %s.".formatted(endedOn);
        }
    }

    /**
     * Decides whether {@code subscription} may stop, and on which day it does.
     *
     * <p>The day of a cancellation is no longer part of the subscription. Before its first day
     * nothing binds it.
     */
    static Cancellation decide(
            SubscriptionContract subscription, CancelTime when, LocalDate today) {
        if (subscription.endedOn() != null) {
            return new SubscriptionOver(subscription.endedOn());
        }
        if (subscription.phase() == SubscriptionPhase.FUTURE) {
            return new EndsNow(today);
        }
        var bound = subscription.minimumTermEndsOn();
        var bindingEnd = bound != null && bound.isAfter(today) ? bound : null;
        return switch (when) {
            case NOW -> bindingEnd == null ? new EndsNow(today) : new BoundByTerm(bindingEnd);
            case TERM_END -> {
                var end = termEnd(subscription, today);
                yield new EndsLater(
                        bindingEnd != null && bindingEnd.isAfter(end) ? bindingEnd : end);
            }
        };
    }

    /** The first day after all that is billed, or after the present period when none of it is. */
    private static LocalDate termEnd(SubscriptionContract subscription, LocalDate today) {
        var billed = subscription.billedUntil();
        if (billed != null && billed.isAfter(today)) {
            return billed;
        }
        var n = BillingDates.termOf(subscription.anchorOn(), subscription.interval(), today);
        return BillingDates.date(subscription.anchorOn(), subscription.interval(), n + 1);
    }
}
