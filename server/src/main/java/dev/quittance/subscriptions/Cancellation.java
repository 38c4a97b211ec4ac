package dev.quittance.subscriptions;

import dev.quittance.platform.InvalidInput;
import dev.quittance.platform.Problem;
import dev.quittance.platform.Refused;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

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
        return decide(subscription, new Wish(when, null), 0, today);
    }

    /**
     * When it is asked to end.
     *
     * @param on the first day that is no longer part of it, for {@link CancelTime#DATE}
     */
    record Wish(CancelTime when, @Nullable LocalDate on) {}

    /**
     * As above.
     *
     * @param noticeDays between today and the end of the term that it may end with
     */
    static Cancellation decide(
            SubscriptionContract subscription, Wish wish, int noticeDays, LocalDate today) {
        if (subscription.endedOn() != null) {
            return new SubscriptionOver(subscription.endedOn());
        }
        if (wish.when() != CancelTime.DATE && wish.on() != null) {
            throw new Refused(
                    InvalidInput.of("on", "goes with an end on a date, and only with that"));
        }
        if (subscription.phase() == SubscriptionPhase.FUTURE) {
            return new EndsNow(today);
        }
        if (subscription.phase() == SubscriptionPhase.TRIAL) {
            return inTrial(subscription, wish, today);
        }
        var bound = subscription.minimumTermEndsOn();
        var bindingEnd = bound != null && bound.isAfter(today) ? bound : null;
        return switch (wish.when()) {
            case NOW -> bindingEnd == null ? new EndsNow(today) : new BoundByTerm(bindingEnd);
            case TERM_END -> {
                var end =
                        afterNotice(subscription, termEnd(subscription, today), noticeDays, today);
                yield new EndsLater(
                        bindingEnd != null && bindingEnd.isAfter(end) ? bindingEnd : end);
            }
            case DATE -> {
                var on = day(wish, today);
                var first = today.plusDays(noticeDays);
                var earliest = bindingEnd != null && bindingEnd.isAfter(first) ? bindingEnd : first;
                yield on.isBefore(earliest) ? new BoundByTerm(earliest) : new EndsLater(on);
            }
        };
    }

    /** Nothing binds before it is paid for. */
    private static Cancellation inTrial(
            SubscriptionContract subscription, Wish wish, LocalDate today) {
        return switch (wish.when()) {
            case NOW -> new EndsNow(today);
            case TERM_END -> {
                var end = termEnd(subscription, today);
                // Its last day is over while the first period is being charged.
                yield end.isAfter(today) ? new EndsLater(end) : new EndsNow(today);
            }
            case DATE -> new EndsLater(day(wish, today));
        };
    }

    private static LocalDate day(Wish wish, LocalDate today) {
        var on = wish.on();
        if (on == null || !on.isAfter(today) || on.isAfter(today.plusYears(FURTHEST_YEARS))) {
            throw new Refused(
                    InvalidInput.of(
                            "on",
                            "must be after today and at most %d years ahead"
                                    .formatted(FURTHEST_YEARS)));
        }
        return on;
    }

    /** The first end of a period that leaves the notice. */
    private static LocalDate afterNotice(
            SubscriptionContract subscription, LocalDate end, int noticeDays, LocalDate today) {
        var first = today.plusDays(noticeDays);
        if (!end.isBefore(first)) {
            return end;
        }
        var anchor = subscription.anchorOn();
        var n = BillingDates.termOf(anchor, subscription.interval(), first);
        var start = BillingDates.date(anchor, subscription.interval(), n);
        return start.equals(first)
                ? start
                : BillingDates.date(anchor, subscription.interval(), n + 1);
    }

    int FURTHEST_YEARS = 10;

    /** The first day after all that is billed, or after the present period when none of it is. */
    static LocalDate termEnd(SubscriptionContract subscription, LocalDate today) {
        var trial = subscription.trialEndsOn();
        if (subscription.phase() == SubscriptionPhase.TRIAL && trial != null) {
            return trial;
        }
        var billed = subscription.billedUntil();
        if (billed != null && billed.isAfter(today)) {
            return billed;
        }
        var n = BillingDates.termOf(subscription.anchorOn(), subscription.interval(), today);
        return BillingDates.date(subscription.anchorOn(), subscription.interval(), n + 1);
    }
}
