package dev.quittance.subscriptions;

import dev.quittance.catalog.Interval;
import dev.quittance.catalog.TrialEndPolicy;
import dev.quittance.platform.InvalidInput;
import dev.quittance.platform.Refused;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decides about trials: how they end, are cut short or go on. Nothing of them is billed. */
public interface Trials {

    /** Ends the trial now: billing dates are counted from today, and the first period is billed. */
    static Step activate(Life life) {
        var subscription = life.subscription();
        SubscriptionAct.ACTIVATE.orRefuse(subscription);
        var on = life.today();
        var then =
                beginning(subscription, on)
                        .trial(trial(subscription).ending(on))
                        .phase(SubscriptionPhase.LIVE)
                        .cancelsOn(null)
                        .cancelReason(null)
                        .schedule(Schedule.NONE)
                        .done();
        var basis = life.basis().standing(then, life.basis().items());
        return new Step(
                subscription,
                then,
                then,
                basis,
                on,
                "trial activated",
                null,
                new ItemStep.Untouched(),
                DueTerms.due(basis, on),
                List.of(),
                discarded(subscription));
    }

    /**
     * Goes on with a trial that has expired, for the length that the plan says, from today on.
     *
     * @param length of the plan's trial; null when it has none any more
     */
    static SubscriptionChange extend(
            SubscriptionContract subscription, @Nullable Interval length, LocalDate today) {
        SubscriptionAct.EXTEND_TRIAL.orRefuse(subscription);
        if (length == null) {
            throw new Refused(InvalidInput.of("id", "the plan has no trial"));
        }
        var until = length.after(today, 1);
        return new SubscriptionChange(
                subscription,
                beginning(subscription, until)
                        .trial(trial(subscription).extended(until))
                        .phase(SubscriptionPhase.TRIAL)
                        .endedOn(null)
                        .done(),
                "trial extended",
                null);
    }

    /** The trial is over, and nothing is charged for it: what the plan says happens then. */
    static SubscriptionChange ended(SubscriptionContract subscription, TrialEndPolicy policy) {
        var on = trial(subscription).endsOn();
        return switch (policy) {
            case INVOICE ->
                    change(
                            subscription,
                            subscription.edit().phase(SubscriptionPhase.LIVE).done(),
                            "subscription started after its trial");
            case EXPIRE ->
                    change(
                            subscription,
                            over(subscription, SubscriptionPhase.TRIAL_EXPIRED, on),
                            "trial expired");
            case CANCEL ->
                    change(
                            subscription,
                            over(subscription, SubscriptionPhase.CANCELLED, on),
                            "subscription cancelled");
            case PAUSE ->
                    change(
                            subscription,
                            subscription
                                    .edit()
                                    .phase(SubscriptionPhase.PAUSED)
                                    .pausedOn(on)
                                    .nextBillOn(null)
                                    .done(),
                            "subscription paused");
        };
    }

    /** The trial is over, and its first period is being charged: until then it goes on. */
    static SubscriptionChange charging(SubscriptionContract subscription) {
        return change(
                subscription,
                subscription.edit().trial(trial(subscription).charging(true)).done(),
                "charge of the first period begun");
    }

    /** The trial is over and its first period is billed from the day after it on, however late. */
    static Step charged(Life life) {
        var subscription = life.subscription();
        var on = trial(subscription).endsOn();
        var then = subscription.edit().phase(SubscriptionPhase.LIVE).done();
        var basis = life.basis().standing(then, life.basis().items());
        return new Step(
                subscription,
                then,
                then,
                basis,
                on,
                "subscription started after its trial",
                null,
                new ItemStep.Untouched(),
                DueTerms.due(basis, on),
                List.of(),
                List.of());
    }

    /** The trial is over, and the charge of the first period came to nothing. */
    static SubscriptionChange unpaid(SubscriptionContract subscription, String reason) {
        var on = trial(subscription).endsOn();
        return new SubscriptionChange(
                subscription,
                over(subscription, SubscriptionPhase.TRIAL_EXPIRED, on),
                "trial expired",
                reason);
    }

    /** It is paid for from {@code day} on; cycles and minimum term move along. */
    private static SubscriptionEdit beginning(SubscriptionContract subscription, LocalDate day) {
        var edit = subscription.edit().countedFrom(day);
        var anchor = edit.done().anchorOn();
        return edit.nextTerm(BillingDates.termOf(anchor, subscription.interval(), day))
                .nextBillOn(day)
                .expiresOn(expiry(subscription, anchor, day))
                .minimumTermEndsOn(bound(subscription, day));
    }

    private static @Nullable LocalDate expiry(
            SubscriptionContract subscription, LocalDate anchor, LocalDate day) {
        var expires = subscription.expiresOn();
        if (expires == null) {
            return null;
        }
        var interval = subscription.interval();
        var cycles =
                BillingDates.termOf(subscription.anchorOn(), interval, expires)
                        - BillingDates.firstFrom(
                                subscription.anchorOn(), interval, trial(subscription).endsOn());
        return BillingDates.cyclesEnd(anchor, interval, day, cycles);
    }

    private static @Nullable LocalDate bound(SubscriptionContract subscription, LocalDate day) {
        var bound = subscription.minimumTermEndsOn();
        return bound == null
                ? null
                : day.plusMonths(ChronoUnit.MONTHS.between(trial(subscription).endsOn(), bound));
    }

    private static SubscriptionContract over(
            SubscriptionContract subscription, SubscriptionPhase phase, LocalDate on) {
        return subscription
                .edit()
                .phase(phase)
                .endedOn(on)
                .nextBillOn(null)
                .schedule(Schedule.NONE)
                .done();
    }

    private static SubscriptionChange change(
            SubscriptionContract before, SubscriptionContract after, String what) {
        return new SubscriptionChange(before, after, what, null);
    }

    private static List<String> discarded(SubscriptionContract subscription) {
        var planned = new ArrayList<String>();
        if (subscription.changesOn() != null) {
            planned.add("The change planned for %s.".formatted(subscription.changesOn()));
        }
        if (subscription.cancelsOn() != null) {
            planned.add("The cancellation planned for %s.".formatted(subscription.cancelsOn()));
        }
        return planned;
    }

    private static Trial trial(SubscriptionContract subscription) {
        return Objects.requireNonNull(subscription.trial());
    }
}
