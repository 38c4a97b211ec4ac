package dev.quittance.subscriptions;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A step in the life of a subscription that was decided.
 *
 * @param before the subscription as it is
 * @param after as it is kept now
 * @param then as it will be on the day the step holds from; {@code after} when that is now
 * @param basis what it will be billed by then
 * @param on the day from which the step holds
 * @param what happened, a verb phrase in the past tense
 * @param unused the billed days that are given back on that day; null for none
 * @param items what becomes of the versions of its items
 * @param due periods that are billed on that day
 * @param beside what is billed beside, of days whose periods are billed already
 * @param discarded what was planned and is no longer, in words
 * @param coupons what becomes of its coupons, whatever the day the step holds from
 */
public record Step(
        SubscriptionContract before,
        SubscriptionContract after,
        SubscriptionContract then,
        BillingBasis basis,
        LocalDate on,
        String what,
        @Nullable Unused unused,
        ItemStep items,
        List<DueTerm> due,
        List<DueTerm> beside,
        List<String> discarded,
        CouponStep coupons) {

    public Step {
        due = List.copyOf(due);
        beside = List.copyOf(beside);
        discarded = List.copyOf(discarded);
    }

    /** The same where nothing becomes of its coupons. */
    Step(
            SubscriptionContract before,
            SubscriptionContract after,
            SubscriptionContract then,
            BillingBasis basis,
            LocalDate on,
            String what,
            @Nullable Unused unused,
            ItemStep items,
            List<DueTerm> due,
            List<DueTerm> beside,
            List<String> discarded) {
        this(
                before,
                after,
                then,
                basis,
                on,
                what,
                unused,
                items,
                due,
                beside,
                discarded,
                CouponStep.NONE);
    }

    /** Whether it holds from now on, and not from a day to come. */
    public boolean now() {
        return after.equals(then);
    }

    /** All that is billed on that day. */
    public List<DueTerm> billed() {
        return Stream.concat(due.stream(), beside.stream()).toList();
    }

    public SubscriptionChange change() {
        return new SubscriptionChange(before, after, what, null);
    }

    /** The same, with what is billed beside. */
    Step charging(List<DueTerm> more) {
        return new Step(
                before,
                after,
                then,
                basis.withCoupons(AppliedCoupon.after(basis.coupons(), more)),
                on,
                what,
                unused,
                items,
                due,
                more,
                discarded,
                coupons);
    }

    /** The same, with periods that are billed at once. */
    Step billing(List<DueTerm> periods) {
        return new Step(
                before, after, then, basis, on, what, unused, items, periods, beside, discarded,
                coupons);
    }

    /** The same, with what becomes of its coupons. */
    Step redeeming(CouponStep other) {
        return new Step(
                before, after, then, basis, on, what, unused, items, due, beside, discarded, other);
    }

    /**
     * The same pause where there was nothing to give back: what is paid for stays paid for, so that
     * no day of it is billed again.
     */
    public Step uncredited() {
        var paid = before.billedUntil();
        return then.phase() != SubscriptionPhase.PAUSED || paid == null
                ? this
                : new Step(
                        before,
                        after.edit().billedUntil(paid).done(),
                        then.edit().billedUntil(paid).done(),
                        basis,
                        on,
                        what,
                        null,
                        items,
                        due,
                        beside,
                        discarded);
    }
}
