package dev.quittance.subscriptions;

import dev.quittance.catalog.PlanTerms;
import dev.quittance.platform.InvalidInput;
import dev.quittance.platform.Refused;
import dev.quittance.subscriptions.BillingBasis.Item;
import dev.quittance.subscriptions.ItemStep.Both;
import dev.quittance.subscriptions.ItemStep.Reopened;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Decides about reactivating what is over: a new term from today on, billed at once. Id and history
 * stay, and no setup fee that was paid is billed again. What was ended because an invoice was not
 * paid goes on with its dates while the term that is paid for by then still runs.
 */
public interface Reactivating {

    /**
     * What is asked for.
     *
     * @param target what it consists of then
     * @param terms of that plan: its billing cycles and minimum term begin anew
     * @param paidUntil days before this one are paid for already; null when none ahead are
     * @param endedUnpaid whether it was ended because an invoice was not paid
     */
    record Wish(
            ChangeTarget target,
            PlanTerms terms,
            @Nullable LocalDate paidUntil,
            boolean endedUnpaid) {}

    static Step decide(Life life, Wish wish) {
        var subscription = life.subscription();
        SubscriptionAct.REACTIVATE.orRefuse(subscription);
        if (subscription.nextBillOn() != null) {
            throw new Refused(
                    InvalidInput.of(
                            "id",
                            "the days before its end are not billed yet. Run the bills first."));
        }
        var on = life.today();
        var ended = Objects.requireNonNull(subscription.endedOn());
        var target = wish.target();
        var then = reactivated(life, wish);
        var reopened = new Reopened(ended.isAfter(on) ? on : ended, on);
        var changed = ItemDifference.of(subscription.plan(), life.open(), target.wanted(), on);
        if (changed.none() && goesOnInTerm(subscription, wish, on)) {
            return inTerm(life, reopened);
        }
        var begun = ItemDifference.begun(life, changed, target, on);
        var items = changed.applied(reopened.applied(life.basis().items()), begun);
        var fee = then.setupFeeBilled() ? null : target.setupFee();
        var basis =
                life.basis().standing(then, items).counting(target.counting()).withSetupFee(fee);
        // What was served of the day before it ended stays billed.
        var billed = basis.since(ended.equals(on) ? life.cut(target.counting()) : null);
        return new Step(
                subscription,
                then,
                then,
                basis,
                on,
                "subscription reactivated",
                null,
                changed.none() ? reopened : new Both(reopened, changed),
                due(billed, then.nextBillOn(), on),
                Interim.charges(billed, added(changed, begun), then, on),
                List.of());
    }

    private static boolean goesOnInTerm(
            SubscriptionContract subscription, Wish wish, LocalDate on) {
        var paid = wish.paidUntil();
        var end = subscription.endsOn();
        return wish.endedUnpaid()
                && paid != null
                && paid.isAfter(on)
                && subscription.plan().equals(wish.target().wanted().plan())
                && (end == null || end.isAfter(on));
    }

    private static Step inTerm(Life life, Reopened reopened) {
        var before = life.subscription();
        var then =
                before.edit()
                        .phase(SubscriptionPhase.LIVE)
                        .endedOn(null)
                        .billedNextOn(before.firstUnbilled())
                        .done();
        return new Step(
                before,
                then,
                then,
                life.basis().standing(then, reopened.applied(life.basis().items())),
                life.today(),
                "subscription reactivated in its term",
                null,
                reopened,
                List.of(),
                List.of(),
                List.of());
    }

    /** What is paid for ahead is billed when it is not any more. */
    private static List<DueTerm> due(
            BillingBasis basis, @Nullable LocalDate nextBillOn, LocalDate on) {
        return nextBillOn == null || (nextBillOn.isAfter(on) && !basis.arrears())
                ? List.of()
                : DueTerms.due(basis, on);
    }

    private static SubscriptionContract reactivated(Life life, Wish wish) {
        var on = life.today();
        var terms = wish.terms();
        var interval = wish.target().interval();
        var cycles = terms.billingCycles();
        var months = terms.minimumTermMonths();
        var paid = wish.paidUntil();
        var from = paid != null && paid.isAfter(on) ? paid : on;
        return life.subscription()
                .edit()
                .phase(SubscriptionPhase.LIVE)
                .plan(wish.target().wanted().plan())
                .interval(interval)
                .leadDays(terms.leadDays())
                .chargedIn(terms.chargedIn())
                .startedOn(
                        life.subscription().startedOn().isAfter(on)
                                ? on
                                : life.subscription().startedOn())
                .countedFrom(on)
                .endedOn(null)
                .cancelsOn(null)
                .cancelReason(null)
                .schedule(Schedule.NONE)
                .trial(over(life.subscription()))
                .expiresOn(
                        cycles == null
                                ? null
                                : BillingDates.cyclesEnd(
                                        BillingDay.anchor(
                                                on, interval, life.subscription().billingDay()),
                                        interval,
                                        on,
                                        cycles))
                .minimumTermEndsOn(months == null ? null : on.plusMonths(months))
                .billedUntil(from)
                .billedNextOn(from)
                .done();
    }

    /** A trial that was cut short ended with the subscription. */
    private static @Nullable Trial over(SubscriptionContract subscription) {
        var trial = subscription.trial();
        var ended = Objects.requireNonNull(subscription.endedOn());
        return trial == null || trial.endsOn().isBefore(ended) ? trial : trial.ending(ended);
    }

    /** What is new is not paid for, though what it was before is. */
    private static List<Item> added(ItemStep.Changed changed, List<Item> begun) {
        return begun.stream()
                .filter(
                        item ->
                                changed.versions().stream()
                                        .anyMatch(
                                                version ->
                                                        version.added()
                                                                && version.item()
                                                                        .equals(item.id())))
                .toList();
    }
}
