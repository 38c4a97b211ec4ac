package dev.quittance.subscriptions;

import dev.quittance.catalog.ProrationMode;
import dev.quittance.platform.InvalidInput;
import dev.quittance.platform.Refused;
import dev.quittance.subscriptions.LifeSetting.Anchor;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * Decides about changing what a subscription consists of. Only items that differ are touched:
 * credited, then charged anew. The day of the change belongs to the new ones.
 */
public interface Changing {

    /** When a change is to hold. */
    enum ChangeTime {
        NOW,
        TERM_END
    }

    /** Changes a subscription, or plans to. */
    static Step decide(Life life, ChangeTarget target, ChangeTime when) {
        var subscription = life.subscription();
        SubscriptionAct.CHANGE.orRefuse(subscription);
        var on =
                when == ChangeTime.NOW
                        ? life.today()
                        : Cancellation.termEnd(subscription, life.today());
        var changed = ItemDifference.of(subscription.plan(), life.open(), target.wanted(), on);
        if (changed.none()) {
            return coupons(life, target, changed);
        }
        var step =
                when == ChangeTime.NOW
                        ? now(life, target, changed)
                        : later(life, target, changed, on);
        return step.redeeming(target.coupons());
    }

    /** The items stay, and with them all that is planned. */
    private static Step coupons(Life life, ChangeTarget target, ItemStep.Changed none) {
        if (target.coupons().none()) {
            throw new Refused(InvalidInput.of("planId", "nothing differs from what it is"));
        }
        var subscription = life.subscription();
        return new Step(
                        subscription,
                        subscription,
                        subscription,
                        life.basis().withCoupons(acting(life, target, none)),
                        life.today(),
                        "coupons changed",
                        null,
                        new ItemStep.Untouched(),
                        List.of(),
                        List.of(),
                        List.of())
                .redeeming(target.coupons());
    }

    /** The coupons as they act then; addons that begin may be named by them. */
    private static List<AppliedCoupon> acting(
            Life life, ChangeTarget target, ItemStep.Changed changed) {
        var items = new HashMap<UUID, UUID>();
        for (var item : life.open()) {
            if (item.addon() != null) {
                items.put(item.addon(), item.id());
            }
        }
        for (var version : changed.versions()) {
            if (version.addon() != null) {
                items.put(version.addon(), version.item());
            }
        }
        return target.coupons()
                .applied(
                        life.basis().coupons(),
                        CurrencyUnit.of(life.subscription().currency()),
                        items);
    }

    /**
     * The day of a planned change has come: as it is then, billed by the bill run.
     *
     * @param open its items until then
     */
    static Due due(SubscriptionContract subscription, List<OpenItem> open, PlanFacts plan) {
        var wanted = subscription.schedule().change();
        var on = subscription.schedule().changesOn();
        if (wanted == null || on == null) {
            throw new IllegalArgumentException("No change is planned");
        }
        return new Due(
                new SubscriptionChange(
                        subscription,
                        Replanning.changed(subscription, wanted.plan(), plan, on),
                        "subscription changed",
                        null),
                ItemDifference.of(subscription.plan(), open, wanted, on));
    }

    /** A change that is planned, as it will hold on its day. */
    static Step planned(Life life, ChangeTarget target) {
        var subscription = life.subscription();
        var on = subscription.schedule().changesOn();
        if (on == null) {
            throw new IllegalArgumentException("No change is planned");
        }
        var changed = ItemDifference.of(subscription.plan(), life.open(), target.wanted(), on);
        var then =
                Replanning.changed(subscription, target.wanted().plan(), PlanFacts.of(target), on);
        return new Step(
                subscription,
                then,
                then,
                basis(life, target, changed, then),
                on,
                "subscription changed",
                null,
                changed,
                List.of(),
                List.of(),
                List.of());
    }

    /** What becomes of a subscription and of its items. */
    record Due(SubscriptionChange change, ItemStep.Changed items) {}

    private static Step later(
            Life life, ChangeTarget target, ItemStep.Changed changed, LocalDate on) {
        var subscription = life.subscription();
        refuseUnlessServed(subscription, on);
        if (subscription.owes(on) && !target.interval().equals(subscription.interval())) {
            throw new Refused(
                    InvalidInput.of(
                            "when",
                            "its periods are billed when they are over: change to another interval"
                                    + " on a day, with NOW"));
        }
        var after =
                subscription
                        .edit()
                        .schedule(subscription.schedule().changing(on, target.wanted()))
                        .done();
        var then = Replanning.changed(after, target.wanted().plan(), PlanFacts.of(target), on);
        return new Step(
                subscription,
                after,
                then,
                basis(life, target, changed, then),
                on,
                "change scheduled",
                null,
                changed,
                List.of(),
                List.of(),
                dropped(subscription));
    }

    private static Step now(Life life, ChangeTarget target, ItemStep.Changed changed) {
        var subscription = life.subscription();
        var on = life.today();
        if (subscription.phase() == SubscriptionPhase.TRIAL) {
            return step(life, target, changed, inTrial(subscription, target), null);
        }
        if (!target.interval().equals(subscription.interval())) {
            return otherInterval(life, target, changed);
        }
        var edit =
                Replanning.replanned(
                        subscription, target.wanted().plan(), PlanFacts.of(target), on);
        if (subscription.owes(on) && !target.wanted().plan().equals(subscription.plan())) {
            return used(life, target, changed, edit.billedUntil(on).billedNextOn(on).done());
        }
        var then = edit.done();
        var paid = subscription.billedUntil();
        if (target.proration() == ProrationMode.NONE || paid == null || !paid.isAfter(on)) {
            return step(life, target, changed, then, null);
        }
        var from = target.proration() == ProrationMode.FULL ? ServedDays.termStart(life, on) : on;
        var cut = life.cut(target.counting());
        var step = step(life, target, changed, then, new Unused(from, changed.ended(), cut));
        return step.charging(
                Interim.charges(
                        step.basis().since(cut),
                        ItemDifference.begun(life, changed, target, from),
                        then,
                        from));
    }

    /**
     * A whole first period from the beginning of today on or, by setting, the rest of one counted
     * as before.
     */
    private static Step otherInterval(Life life, ChangeTarget target, ItemStep.Changed changed) {
        var subscription = life.subscription();
        var on = life.today();
        var paid = subscription.billedUntil();
        var owes = subscription.owes(on);
        if (!owes && paid != null && paid.isBefore(on)) {
            throw unbilled(paid);
        }
        var edit =
                Replanning.replanned(
                        subscription, target.wanted().plan(), PlanFacts.of(target), on);
        if (target.proration() == ProrationMode.NONE && paid != null && paid.isAfter(on)) {
            var later = edit.interval(target.interval()).countedFrom(paid).billedNextOn(paid);
            return step(life, target, changed, later.done(), null);
        }
        edit.interval(target.interval());
        if (life.setting().intervalAnchor() == Anchor.TODAY) {
            edit.countedFrom(on);
        }
        var then = edit.billedUntil(on).billedNextOn(on).done();
        if (owes) {
            return used(life, target, changed, then);
        }
        var step = step(life, target, changed, then, Unused.ofAll(on));
        return step.billing(DueTerms.due(step.basis(), on));
    }

    /** The days until today are billed as it was; what it becomes is billed in its own way. */
    private static Step used(
            Life life, ChangeTarget target, ItemStep.Changed changed, SubscriptionContract then) {
        var step =
                step(life, target, changed, then, null)
                        .charging(DueTerms.used(life.basis(), life.today()));
        return step.billing(DueTerms.due(step.basis(), life.today()));
    }

    static Refused unbilled(LocalDate since) {
        return new Refused(
                InvalidInput.of(
                        "id",
                        "the days since %s are not billed yet. Run the bills first."
                                .formatted(since)));
    }

    /** Nothing is billed for a trial. */
    private static SubscriptionContract inTrial(
            SubscriptionContract subscription, ChangeTarget target) {
        return Replanning.replanned(
                        subscription,
                        target.wanted().plan(),
                        PlanFacts.of(target),
                        subscription.paidFrom())
                .interval(target.interval())
                .countedFrom(subscription.paidFrom())
                .billedNextOn(subscription.paidFrom())
                .done();
    }

    private static Step step(
            Life life,
            ChangeTarget target,
            ItemStep.Changed changed,
            SubscriptionContract then,
            @Nullable Unused unused) {
        return new Step(
                life.subscription(),
                then,
                then,
                basis(life, target, changed, then),
                life.today(),
                "subscription changed",
                unused,
                changed,
                List.of(),
                List.of(),
                dropped(life.subscription()));
    }

    private static BillingBasis basis(
            Life life, ChangeTarget target, ItemStep.Changed changed, SubscriptionContract then) {
        var begun = ItemDifference.begun(life, changed, target, changed.on());
        var fee = then.setupFeeBilled() ? null : target.setupFee();
        return life.basis()
                .standing(then, changed.applied(life.basis().items(), begun))
                .withCoupons(acting(life, target, changed))
                .counting(target.counting())
                .withSetupFee(fee);
    }

    private static void refuseUnlessServed(SubscriptionContract subscription, LocalDate on) {
        var end = subscription.endsOn();
        if (end != null && !on.isBefore(end)) {
            throw new Refused(
                    InvalidInput.of(
                            "when",
                            "the subscription ends on %s, before the change".formatted(end)));
        }
        var pauses = subscription.pausesOn();
        if (pauses != null && !pauses.isAfter(on)) {
            throw new Refused(
                    InvalidInput.of(
                            "when",
                            "the subscription is paused on %s, before the change"
                                    .formatted(pauses)));
        }
    }

    private static List<String> dropped(SubscriptionContract subscription) {
        var changes = subscription.schedule().changesOn();
        return changes == null
                ? List.of()
                : List.of("The change planned for %s.".formatted(changes));
    }
}
