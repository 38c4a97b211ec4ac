package dev.quittance.subscriptions;

import dev.quittance.catalog.ChargeTime;
import dev.quittance.catalog.Interval;
import dev.quittance.catalog.Pricing;
import dev.quittance.platform.Days;
import dev.quittance.subscriptions.LifeSetting.FirstPeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * All that decides what a subscription is billed.
 *
 * @param plan it is of
 * @param counting how parts of a period are counted
 * @param firstPeriod what becomes of the part of a period before the first billing day
 * @param leadDays so many days before they begin periods are billed, but for the first
 * @param chargedIn when its periods are billed
 * @param paidFrom the first day that is paid for
 * @param billedUntil days before this one have been billed
 * @param nextTerm which period from the anchor is billed next
 * @param endsOn the first day that is no longer part of it
 * @param setupFee still to be billed, if there is one
 * @param free whether the customer pays nothing
 * @param customerStartsOn no billing before this day
 * @param customerEndsOn no billing from this day on
 * @param coupons that were redeemed for it, in their order
 */
public record BillingBasis(
        UUID subscription,
        UUID customer,
        UUID billingGroup,
        UUID plan,
        String currency,
        Interval interval,
        Counting counting,
        FirstPeriod firstPeriod,
        int leadDays,
        ChargeTime chargedIn,
        LocalDate paidFrom,
        LocalDate anchorOn,
        @Nullable LocalDate billedUntil,
        int nextTerm,
        @Nullable LocalDate endsOn,
        @Nullable Money setupFee,
        boolean free,
        @Nullable LocalDate customerStartsOn,
        @Nullable LocalDate customerEndsOn,
        List<Item> items,
        List<AppliedCoupon> coupons) {

    /**
     * An item in one of its versions.
     *
     * @param price of its quantity for a period, or once; null when the catalog has none in this
     *     currency
     * @param kept what it is billed by instead while it keeps a former price of the catalog
     * @param from the version's first day
     * @param until the first day after the version; null while it holds
     */
    public record Item(
            UUID id,
            ItemKind kind,
            String name,
            int quantity,
            @Nullable Pricing price,
            @Nullable KeptPrice kept,
            boolean ownPrice,
            Recurrence recurrence,
            @Nullable UUID taxCategory,
            boolean taxInclusive,
            LocalDate from,
            @Nullable LocalDate until) {

        /** The same as a version of another item. */
        Item of(UUID item) {
            return with(item, from, until);
        }

        /** The same from {@code first} on and before {@code end}. */
        Item holding(LocalDate first, @Nullable LocalDate end) {
            return with(id, first, end);
        }

        private Item with(UUID item, LocalDate first, @Nullable LocalDate end) {
            return new Item(
                    item,
                    kind,
                    name,
                    quantity,
                    price,
                    kept,
                    ownPrice,
                    recurrence,
                    taxCategory,
                    taxInclusive,
                    first,
                    end);
        }

        /** The same where it was billed once before: it never is again. */
        Item billedBefore() {
            return new Item(
                    id,
                    kind,
                    name,
                    quantity,
                    price,
                    kept,
                    ownPrice,
                    Recurrence.BILLED,
                    taxCategory,
                    taxInclusive,
                    from,
                    until);
        }

        /** The same, keeping a former price. */
        Item keeping(@Nullable KeptPrice former) {
            return priced(price, former);
        }

        /** As it is billed for a period that begins on {@code day}. */
        public Item on(LocalDate day) {
            if (kept == null) {
                return this;
            }
            return kept.holdsOn(day) ? priced(kept.price(), kept) : priced(price, null);
        }

        /** Where its price comes from, once it is known {@linkplain #on for which period}. */
        PriceSource source() {
            if (ownPrice) {
                return PriceSource.OWN;
            }
            return kept == null ? PriceSource.CATALOG : PriceSource.KEPT;
        }

        private Item priced(@Nullable Pricing other, @Nullable KeptPrice keeping) {
            return new Item(
                    id,
                    kind,
                    name,
                    quantity,
                    other,
                    keeping,
                    ownPrice,
                    recurrence,
                    taxCategory,
                    taxInclusive,
                    from,
                    until);
        }
    }

    BillingBasis with(List<Item> versions, List<AppliedCoupon> redeemed) {
        return with(endsOn, versions, redeemed);
    }

    /** The same, if the subscription ends on {@code day}. */
    public BillingBasis endingOn(LocalDate day) {
        return with(day, items, coupons);
    }

    /** What {@code subscription} is billed by, as far as dates and items go. */
    BillingBasis standing(SubscriptionContract subscription, List<Item> versions) {
        return new BillingBasis(
                this.subscription,
                customer,
                billingGroup,
                subscription.plan(),
                currency,
                subscription.interval(),
                counting,
                firstPeriod,
                subscription.leadDays(),
                subscription.chargedIn(),
                subscription.paidFrom(),
                subscription.anchorOn(),
                subscription.billedUntil(),
                subscription.nextTerm(),
                subscription.endedOn() != null ? subscription.endedOn() : subscription.endsOn(),
                subscription.setupFeeBilled() ? null : setupFee,
                free,
                customerStartsOn,
                customerEndsOn,
                versions,
                coupons);
    }

    BillingBasis withCoupons(List<AppliedCoupon> redeemed) {
        return with(endsOn, items, redeemed);
    }

    /** The same, with parts of its periods counted like that. */
    BillingBasis counting(DayCount unit) {
        return with(endsOn, items, coupons, setupFee, counting.by(unit));
    }

    /**
     * The same, where what begins on the day of {@code instant} begins at it, if seconds are
     * counted; null for the beginning of the day.
     */
    BillingBasis since(@Nullable Instant instant) {
        return with(endsOn, items, coupons, setupFee, counting.since(instant));
    }

    BillingBasis withSetupFee(@Nullable Money fee) {
        return with(endsOn, items, coupons, fee, counting);
    }

    private BillingBasis with(
            @Nullable LocalDate end, List<Item> versions, List<AppliedCoupon> redeemed) {
        return with(end, versions, redeemed, setupFee, counting);
    }

    private BillingBasis with(
            @Nullable LocalDate end,
            List<Item> versions,
            List<AppliedCoupon> redeemed,
            @Nullable Money fee,
            Counting count) {
        return new BillingBasis(
                subscription,
                customer,
                billingGroup,
                plan,
                currency,
                interval,
                count,
                firstPeriod,
                leadDays,
                chargedIn,
                paidFrom,
                anchorOn,
                billedUntil,
                nextTerm,
                end,
                fee,
                free,
                customerStartsOn,
                customerEndsOn,
                versions,
                redeemed);
    }

    /** The day on which period {@code n} is billed; the first one on its first day. */
    public LocalDate dueOn(int n) {
        if (arrears()) {
            return over(n);
        }
        var start = BillingDates.date(anchorOn, interval, n);
        return start.isAfter(paidFrom) ? start.minusDays(leadDays) : start;
    }

    /** Whether periods are billed when they are over. */
    public boolean arrears() {
        return chargedIn == ChargeTime.ARREARS;
    }

    /** The first day on which something of it may be billed. */
    LocalDate opensOn() {
        var start = BillingDates.date(anchorOn, interval, nextTerm);
        return start.isBefore(paidFrom) ? paidFrom : start;
    }

    /** The first day after period {@code n}, or after the one that it is joined to. */
    private LocalDate over(int n) {
        var joined = firstPeriod == FirstPeriod.JOINED && beforeFirst(n);
        var end = BillingDates.date(anchorOn, interval, joined ? n + 2 : n + 1);
        return endsOn != null && endsOn.isBefore(end) ? endsOn : end;
    }

    /** Whether period {@code n} is the part of one before the first billing day. */
    boolean beforeFirst(int n) {
        return billedUntil == null
                && n == nextTerm
                && BillingDates.date(anchorOn, interval, n).isBefore(paidFrom);
    }

    /** The days of {@code term} that are to be billed; null when there are none. */
    @Nullable Days billable(Days term) {
        return within(
                within(within(term, paidFrom, endsOn), customerStartsOn, customerEndsOn),
                billedUntil,
                null);
    }

    /** The days of {@code days} from {@code from} on and before {@code until}. */
    static @Nullable Days within(
            @Nullable Days days, @Nullable LocalDate from, @Nullable LocalDate until) {
        if (days == null) {
            return null;
        }
        var first = from != null && from.isAfter(days.from()) ? from : days.from();
        var end = until != null && until.isBefore(days.until()) ? until : days.until();
        return first.isBefore(end) ? new Days(first, end) : null;
    }
}
