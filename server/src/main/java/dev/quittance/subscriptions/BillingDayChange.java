package dev.quittance.subscriptions;

import dev.quittance.platform.InvalidInput;
import dev.quittance.platform.Refused;
import dev.quittance.subscriptions.Changing.ChangeTime;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Decides about letting the periods of a subscription begin on another day of the month. The part
 * of a period until the first such day is billed by its days.
 */
public interface BillingDayChange {
    int LAST = 31;

    /**
     * Counts anew from today, when the unused days are credited, or from the first day that is not
     * billed yet, when nothing is.
     *
     * @param billingDay 31 for the last day of each month; null for the day it is counted from
     */
    static Step decide(Life life, @Nullable Integer billingDay, ChangeTime when) {
        var subscription = life.subscription();
        SubscriptionAct.CHANGE.orRefuse(subscription);
        check(subscription, billingDay);
        var now = when == ChangeTime.NOW && subscription.phase() == SubscriptionPhase.LIVE;
        var from = now ? life.today() : subscription.firstUnbilled();
        var owes = now && subscription.owes(from);
        if (now && !owes && subscription.firstUnbilled().isBefore(from)) {
            throw Changing.unbilled(subscription.firstUnbilled());
        }
        var end = subscription.endsOn();
        if (end != null && !from.isBefore(end)) {
            throw refused("when", "the subscription ends on %s, before the change".formatted(end));
        }
        if (Objects.equals(billingDay, subscription.billingDay()) && !(now && billingDay == null)) {
            throw refused("billingDay", "is its billing day already");
        }
        var then = counted(subscription, billingDay, from, now);
        var step = step(life, then, from, now);
        if (owes) {
            step = step.charging(DueTerms.used(life.basis(), from));
        }
        return now ? step.billing(DueTerms.due(step.basis(), from)) : step;
    }

    private static SubscriptionContract counted(
            SubscriptionContract subscription,
            @Nullable Integer billingDay,
            LocalDate from,
            boolean now) {
        var edit = subscription.edit().billingDay(billingDay).countedFrom(from);
        if (now) {
            edit.billedUntil(from).schedule(subscription.schedule().unchanged());
        }
        return edit.expiresOn(expiry(subscription, edit.done(), from)).billedNextOn(from).done();
    }

    /** As many whole periods follow as before. */
    private static @Nullable LocalDate expiry(
            SubscriptionContract before, SubscriptionContract after, LocalDate from) {
        var expires = before.expiresOn();
        if (expires == null) {
            return null;
        }
        var left =
                BillingDates.termOf(before.anchorOn(), before.interval(), expires)
                        - BillingDates.firstFrom(before.anchorOn(), before.interval(), from);
        return BillingDates.cyclesEnd(after.anchorOn(), after.interval(), from, Math.max(left, 0));
    }

    private static Step step(Life life, SubscriptionContract then, LocalDate from, boolean now) {
        var changes = life.subscription().changesOn();
        return new Step(
                life.subscription(),
                then,
                then,
                life.basis().standing(then, life.basis().items()),
                from,
                "billing day changed",
                now ? Unused.ofAll(from) : null,
                new ItemStep.Untouched(),
                List.of(),
                List.of(),
                now && changes != null
                        ? List.of("The change planned for %s.".formatted(changes))
                        : List.of());
    }

    private static void check(SubscriptionContract subscription, @Nullable Integer billingDay) {
        if (billingDay == null) {
            return;
        }
        if (billingDay < 1 || billingDay > LAST) {
            throw refused("billingDay", "must be between 1 and %d".formatted(LAST));
        }
        if (!subscription.interval().ofMonths()) {
            throw refused("billingDay", "is for what is billed by months or years only");
        }
    }

    private static Refused refused(String path, String message) {
        return new Refused(InvalidInput.of(path, message));
    }
}
