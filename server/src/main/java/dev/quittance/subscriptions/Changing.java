package dev.quittance.subscriptions;

import dev.quittance.catalog.Interval;
import dev.quittance.catalog.ProrationMode;
import dev.quittance.platform.Days;
import dev.quittance.platform.InvalidInput;
import dev.quittance.platform.Refused;
import dev.quittance.subscriptions.LifeSetting.Anchor;
import java.time.LocalDate;
import java.util.Comparator;
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
                        changed(subscription, wanted.plan(), plan, on),
                        "subscription changed",
                        null),
                ItemDifference.of(subscription.plan(), open, wanted, on));
    }

    /** What becomes of a subscription and of its items. */
    record Due(SubscriptionChange change, ItemStep.Changed items) {}

    /** What a plan says of how its subscriptions are billed. */
    record PlanFacts(Interval interval, @Nullable Integer billingCycles) {

        static PlanFacts of(ChangeTarget target) {
            return new PlanFacts(target.interval(), target.billingCycles());
        }
    }

    private static Step later(
            Life life, ChangeTarget target, ItemStep.Changed changed, LocalDate on) {
        var subscription = life.subscription();
        refuseUnlessServed(subscription, on);
        var after =
                subscription
                        .edit()
                        .schedule(subscription.schedule().changing(on, target.wanted()))
                        .done();
        var then = changed(after, target.wanted().plan(), PlanFacts.of(target), on);
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
        var then = replanned(subscription, target.wanted().plan(), PlanFacts.of(target), on).done();
        var paid = subscription.billedUntil();
        if (target.proration() == ProrationMode.NONE || paid == null || !paid.isAfter(on)) {
            return step(life, target, changed, then, null);
        }
        var from = target.proration() == ProrationMode.FULL ? termStart(life, on) : on;
        var step = step(life, target, changed, then, new Unused(from, changed.ended()));
        return step.charging(
                Interim.charges(
                        step.basis(),
                        ItemDifference.begun(life, changed, target, from),
                        then,
                        from));
    }

    /** A whole first period from today on or, by setting, the rest of one counted as before. */
    private static Step otherInterval(Life life, ChangeTarget target, ItemStep.Changed changed) {
        var subscription = life.subscription();
        var on = life.today();
        var paid = subscription.billedUntil();
        if (paid != null && paid.isBefore(on)) {
            throw new Refused(
                    InvalidInput.of(
                            "id",
                            "the days since %s are not billed yet. Run the bills first."
                                    .formatted(paid)));
        }
        var edit = replanned(subscription, target.wanted().plan(), PlanFacts.of(target), on);
        if (target.proration() == ProrationMode.NONE && paid != null && paid.isAfter(on)) {
            var later = edit.interval(target.interval()).anchorOn(paid).billedNextOn(paid);
            return step(life, target, changed, later.done(), null);
        }
        edit.interval(target.interval());
        if (life.setting().intervalAnchor() == Anchor.TODAY) {
            edit.anchorOn(on);
        }
        var then = edit.billedUntil(on).billedNextOn(on).done();
        var step = step(life, target, changed, then, Unused.ofAll(on));
        return step.billing(DueTerms.due(step.basis(), on));
    }

    /** Nothing is billed for a trial. */
    private static SubscriptionContract inTrial(
            SubscriptionContract subscription, ChangeTarget target) {
        return replanned(
                        subscription,
                        target.wanted().plan(),
                        PlanFacts.of(target),
                        subscription.anchorOn())
                .interval(target.interval())
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
                .withSetupFee(fee);
    }

    private static SubscriptionContract changed(
            SubscriptionContract subscription, UUID plan, PlanFacts facts, LocalDate on) {
        var edit = replanned(subscription, plan, facts, on);
        if (facts.interval().equals(subscription.interval())) {
            return edit.done();
        }
        return subscription.phase() == SubscriptionPhase.TRIAL
                ? edit.interval(facts.interval()).done()
                : edit.interval(facts.interval()).anchorOn(on).billedNextOn(on).done();
    }

    /** Another plan brings its own billing cycles, counted from the period of the change on. */
    private static SubscriptionEdit replanned(
            SubscriptionContract subscription, UUID plan, PlanFacts facts, LocalDate on) {
        var edit = subscription.edit().plan(plan).schedule(subscription.schedule().unchanged());
        if (plan.equals(subscription.plan())) {
            return edit;
        }
        var cycles = facts.billingCycles();
        return edit.expiresOn(cycles == null ? null : expiry(subscription, facts, on, cycles));
    }

    private static LocalDate expiry(
            SubscriptionContract subscription, PlanFacts facts, LocalDate on, int cycles) {
        var anchor = subscription.anchorOn();
        return facts.interval().equals(subscription.interval())
                ? BillingDates.date(
                        anchor,
                        facts.interval(),
                        BillingDates.termOf(anchor, facts.interval(), on) + cycles)
                : BillingDates.date(on, facts.interval(), cycles);
    }

    /** The first day of the present period on which the subscription was served. */
    private static LocalDate termStart(Life life, LocalDate on) {
        var subscription = life.subscription();
        var n = BillingDates.termOf(subscription.anchorOn(), subscription.interval(), on);
        var start = BillingDates.date(subscription.anchorOn(), subscription.interval(), n);
        var served = servedFrom(life, on);
        return start.isBefore(served) ? served : start;
    }

    /** Versions of the plan follow each other without a gap from this day on. */
    private static LocalDate servedFrom(Life life, LocalDate on) {
        var plan = life.open().getFirst().id();
        var days =
                life.basis().items().stream()
                        .filter(item -> item.id().equals(plan) && item.from().isBefore(on))
                        .map(
                                item ->
                                        new Days(
                                                item.from(),
                                                item.until() == null
                                                        ? LocalDate.MAX
                                                        : item.until()))
                        .sorted(Comparator.comparing(Days::from).reversed())
                        .toList();
        var from = on;
        for (var version : days) {
            if (version.until().isBefore(from)) {
                break;
            }
            from = version.from();
        }
        return from;
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
