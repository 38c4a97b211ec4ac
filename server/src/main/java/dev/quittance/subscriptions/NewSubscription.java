package dev.quittance.subscriptions;

import dev.quittance.catalog.ChargeTime;
import dev.quittance.catalog.Interval;
import dev.quittance.platform.Ids;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A subscription that is to be.
 *
 * @param anchorOn billing dates are counted from this day: the first after the trial, if there is
 *     one
 * @param billingDay of the month on which periods begin; null for that of the anchor
 * @param leadDays so many days before they begin periods are billed, but for the first
 * @param chargedIn when its periods are billed
 * @param billedUntil days before this one are not billed here; null when all are
 * @param nextTerm the period that is billed first
 * @param expiresOn the first day after its billing cycles; null when they are not limited
 * @param trialEndsOn the first day after its trial; null when it has none
 * @param items the plan first
 */
public record NewSubscription(
        UUID id,
        UUID customer,
        UUID billingGroup,
        UUID plan,
        String currency,
        Interval interval,
        SubscriptionPhase phase,
        LocalDate startedOn,
        LocalDate anchorOn,
        @Nullable Integer billingDay,
        int leadDays,
        ChargeTime chargedIn,
        @Nullable LocalDate billedUntil,
        int nextTerm,
        @Nullable LocalDate minimumTermEndsOn,
        @Nullable LocalDate expiresOn,
        @Nullable LocalDate trialEndsOn,
        List<Item> items) {

    /**
     * A plan or addon it is made of.
     *
     * @param addon null for the plan
     * @param ownPrice agreed with the customer; null for the catalog's
     */
    public record Item(UUID id, @Nullable UUID addon, int quantity, @Nullable BigDecimal ownPrice) {

        public static Item plan(int quantity, @Nullable BigDecimal ownPrice) {
            return new Item(Ids.next(), null, quantity, ownPrice);
        }

        public static Item addon(UUID addon, int quantity, @Nullable BigDecimal ownPrice) {
            return new Item(Ids.next(), addon, quantity, ownPrice);
        }

        ItemKind kind() {
            return addon == null ? ItemKind.PLAN : ItemKind.ADDON;
        }
    }

    /** Who gets what: the part of a new subscription that no date changes. */
    public record Terms(
            UUID customer,
            UUID billingGroup,
            UUID plan,
            String currency,
            Interval interval,
            @Nullable Integer minimumTermMonths,
            List<Item> items) {}

    /**
     * How its plan lets it begin and end.
     *
     * @param trial for how long it is tried before it is paid for
     * @param billingCycles after so many periods it expires
     * @param backdating what is billed of the past, if it starts there
     * @param billingDay of the month on which periods begin; null for that of the first
     * @param leadDays so many days before they begin periods are billed, but for the first
     * @param chargedIn when its periods are billed
     */
    public record Course(
            @Nullable Interval trial,
            @Nullable Integer billingCycles,
            Backdating backdating,
            @Nullable Integer billingDay,
            int leadDays,
            ChargeTime chargedIn) {

        /** Paid for from the first day on, without end. */
        public static final Course PLAIN =
                new Course(null, null, Backdating.THIS_TERM, null, 0, ChargeTime.ADVANCE);
    }

    /** What is billed of a subscription that starts in the past. */
    public enum Backdating {
        /** Every period since it started. */
        PAST,
        /** The present period as a whole. */
        THIS_TERM,
        /** Nothing before the next period. */
        NOTHING
    }

    /** One without a trial and without end; in the past it is billed from the present period on. */
    public static NewSubscription starting(Terms terms, LocalDate startOn, LocalDate today) {
        return starting(terms, Course.PLAIN, startOn, today);
    }

    /** A subscription that starts on {@code startOn}: ahead of today it waits for its day. */
    public static NewSubscription starting(
            Terms terms, Course course, LocalDate startOn, LocalDate today) {
        var months = terms.minimumTermMonths();
        var trialEndsOn = course.trial() == null ? null : course.trial().after(startOn, 1);
        var paidFrom = trialEndsOn == null ? startOn : trialEndsOn;
        var anchor = BillingDay.anchor(paidFrom, terms.interval(), course.billingDay());
        var first = BillingDates.termOf(anchor, terms.interval(), paidFrom);
        var present = Math.max(first, BillingDates.termOf(anchor, terms.interval(), today));
        var past = paidFrom.isBefore(today);
        var next =
                switch (course.backdating()) {
                    case PAST -> first;
                    case THIS_TERM -> present;
                    case NOTHING -> past ? present + 1 : first;
                };
        var cycles = course.billingCycles();
        return new NewSubscription(
                Ids.next(),
                terms.customer(),
                terms.billingGroup(),
                terms.plan(),
                terms.currency(),
                terms.interval(),
                phase(startOn, trialEndsOn, today),
                startOn,
                anchor,
                course.billingDay(),
                course.leadDays(),
                course.chargedIn(),
                past && course.backdating() == Backdating.NOTHING
                        ? BillingDates.date(anchor, terms.interval(), next)
                        : null,
                next,
                months == null ? null : paidFrom.plusMonths(months),
                cycles == null
                        ? null
                        : BillingDates.cyclesEnd(anchor, terms.interval(), paidFrom, cycles),
                trialEndsOn,
                terms.items());
    }

    private static SubscriptionPhase phase(
            LocalDate startOn, @Nullable LocalDate trialEndsOn, LocalDate today) {
        if (startOn.isAfter(today)) {
            return SubscriptionPhase.FUTURE;
        }
        return trialEndsOn != null && trialEndsOn.isAfter(today)
                ? SubscriptionPhase.TRIAL
                : SubscriptionPhase.LIVE;
    }

    /** The day its first invoice is due; in arrears, the day of what is paid once. */
    public LocalDate nextBillOn() {
        var start = BillingDates.date(anchorOn, interval, nextTerm);
        return start.isBefore(paidFrom()) ? paidFrom() : start;
    }

    /** The first day that is paid for. */
    public LocalDate paidFrom() {
        return trialEndsOn == null ? startedOn : trialEndsOn;
    }

    /** The subscription as it is on its first day with us. */
    public SubscriptionContract agreed(String number, Instant at) {
        return new SubscriptionContract(
                id,
                number,
                customer,
                billingGroup,
                plan,
                currency,
                phase,
                CollectionState.CLEAR,
                interval,
                startedOn,
                anchorOn,
                billingDay,
                leadDays,
                chargedIn,
                billedUntil,
                nextTerm,
                expiresOn == null || nextBillOn().isBefore(expiresOn) ? nextBillOn() : null,
                false,
                minimumTermEndsOn,
                null,
                expiresOn,
                null,
                null,
                null,
                Schedule.NONE,
                trialEndsOn == null ? null : new Trial(trialEndsOn),
                at);
    }
}
