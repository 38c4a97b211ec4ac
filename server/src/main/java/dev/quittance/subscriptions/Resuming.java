package dev.quittance.subscriptions;

import dev.quittance.platform.Refused;
import dev.quittance.subscriptions.LifeSetting.Anchor;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** Decides about resuming a paused subscription: the day it is resumed is served and billed. */
public interface Resuming {

    /** Resumes a subscription on {@code on}, today or later. */
    static Step decide(Life life, LocalDate on) {
        var subscription = life.subscription();
        SubscriptionAct.RESUME.orRefuse(subscription);
        var now = on.equals(life.today());
        var paused = pausedOn(subscription);
        if (!now) {
            Pausing.checkResume(subscription, paused, on, life.today());
        }
        var end = subscription.endsOn();
        if (end != null && !on.isBefore(end)) {
            throw new Refused(new Cancellation.SubscriptionOver(end));
        }
        var resumed = resumed(subscription, on, life.setting());
        var items = new ItemStep.Reopened(paused, on);
        var basis = life.basis().standing(resumed, items.applied(life.basis().items()));
        return new Step(
                subscription,
                now
                        ? resumed
                        : subscription
                                .edit()
                                .schedule(subscription.schedule().pausing(null, on))
                                .done(),
                resumed,
                basis,
                on,
                now ? "subscription resumed" : "resumption scheduled",
                null,
                items,
                resumed.nextBillOn() == null
                                || (resumed.nextBillOn().isAfter(on) && !resumed.arrears())
                        ? List.of()
                        : DueTerms.due(now ? basis.since(life.cut()) : basis, on),
                List.of(),
                List.of());
    }

    /** The day to resume has come: as it is then, billed by the bill run. */
    static SubscriptionContract due(SubscriptionContract subscription, LifeSetting setting) {
        return resumed(
                subscription, Objects.requireNonNull(subscription.schedule().resumesOn()), setting);
    }

    static LocalDate pausedOn(SubscriptionContract subscription) {
        return Objects.requireNonNull(subscription.pausedOn());
    }

    private static SubscriptionContract resumed(
            SubscriptionContract subscription, LocalDate on, LifeSetting setting) {
        var live =
                subscription
                        .edit()
                        .phase(SubscriptionPhase.LIVE)
                        .pausedOn(null)
                        .schedule(Schedule.NONE);
        var billed = subscription.billedUntil();
        var unbilled = billed != null && billed.isBefore(pausedOn(subscription));
        if (setting.resumeAnchor() == Anchor.TODAY && !unbilled) {
            live.countedFrom(on);
            live.nextTerm(BillingDates.termOf(live.done().anchorOn(), subscription.interval(), on));
        }
        if (billed == null) {
            var start = live.done().nextTermStart();
            return live.billedNextOn(start.isAfter(on) ? start : on).done();
        }
        if (unbilled) {
            // Days before the pause wait for their bill: it goes on from them.
            return live.billedNextOn(billed)
                    .nextBillOn(live.done().nextBillOn() == null ? null : on)
                    .done();
        }
        var from = billed.isAfter(on) ? billed : on;
        return live.billedUntil(from).billedNextOn(from).done();
    }
}
