package dev.quittance.subscriptions;

import dev.quittance.catalog.ChargeTime;
import dev.quittance.catalog.Interval;
import dev.quittance.platform.Days;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An agreement under which a customer pays for a plan.
 *
 * @param anchorOn billing dates are counted from this day
 * @param billingDay of the month on which periods begin, where that was chosen apart from the
 *     start; 31 for the last day
 * @param leadDays so many days before they begin periods are billed, but for the first
 * @param chargedIn when its periods are billed
 * @param billedUntil days before this one have been billed; null before the first invoice
 * @param nextTerm which period from the anchor is billed next
 * @param nextBillOn the day its next invoice is due; null when there will be none
 * @param cancelsOn the first day that is no longer part of it, once it is to be cancelled
 * @param expiresOn the first day after its billing cycles; null when they are not limited
 * @param endedOn the first day on which it was over
 * @param pausedOn the first day it is not served, while it is paused
 * @param trial null when it has had none
 */
public record SubscriptionContract(
        UUID id,
        String number,
        UUID customer,
        UUID billingGroup,
        UUID plan,
        String currency,
        SubscriptionPhase phase,
        CollectionState collection,
        Interval interval,
        LocalDate startedOn,
        LocalDate anchorOn,
        @Nullable Integer billingDay,
        int leadDays,
        ChargeTime chargedIn,
        @Nullable LocalDate billedUntil,
        int nextTerm,
        @Nullable LocalDate nextBillOn,
        boolean setupFeeBilled,
        @Nullable LocalDate minimumTermEndsOn,
        @Nullable LocalDate cancelsOn,
        @Nullable LocalDate expiresOn,
        @Nullable LocalDate endedOn,
        @Nullable String cancelReason,
        @Nullable LocalDate pausedOn,
        Schedule schedule,
        @Nullable Trial trial,
        Instant createdAt) {

    public SubscriptionStatus status() {
        return SubscriptionStatus.of(phase, collection, cancelsOn);
    }

    /** The period that has been billed last. */
    public @Nullable Period currentPeriod() {
        if (billedUntil == null || !paidFrom().isBefore(billedUntil)) {
            return null;
        }
        var term = BillingDates.termOf(anchorOn, interval, billedUntil.minusDays(1));
        var from = BillingDates.date(anchorOn, interval, term);
        // What another system billed last began in a rhythm of its own.
        var ours = from.isBefore(billedUntil) && !from.isBefore(paidFrom());
        return Period.of(new Days(ours ? from : paidFrom(), billedUntil));
    }

    public @Nullable LocalDate nextInvoiceOn() {
        return nextBillOn;
    }

    public @Nullable LocalDate pausesOn() {
        return schedule.pausesOn();
    }

    public @Nullable LocalDate resumesOn() {
        return schedule.resumesOn();
    }

    public @Nullable LocalDate changesOn() {
        return schedule.changesOn();
    }

    public @Nullable LocalDate trialEndsOn() {
        return trial == null ? null : trial.endsOn();
    }

    public int trialExtensions() {
        return trial == null ? 0 : trial.extensions();
    }

    /** Whether its trial is over and the first period is being charged. */
    public boolean trialCharging() {
        return trial != null && trial.charging();
    }

    /** What can be done with it now. */
    public Set<SubscriptionAct> possibleActs() {
        return SubscriptionAct.possible(this);
    }

    /** The first day that is no longer part of it, as far as that is settled. */
    @Nullable LocalDate endsOn() {
        if (cancelsOn == null || expiresOn == null) {
            return cancelsOn == null ? expiresOn : cancelsOn;
        }
        return cancelsOn.isBefore(expiresOn) ? cancelsOn : expiresOn;
    }

    /** Its day has come. */
    SubscriptionContract begun() {
        return edit().phase(trial == null ? SubscriptionPhase.LIVE : SubscriptionPhase.TRIAL)
                .done();
    }

    /** It is over from {@code day} on; days before it that are not billed yet still will be. */
    public SubscriptionContract ended(LocalDate day, @Nullable String reason) {
        return over(SubscriptionPhase.CANCELLED, day).cancelReason(reason).done();
    }

    /** Its billing cycles are used up. */
    SubscriptionContract expired(LocalDate day) {
        return over(SubscriptionPhase.EXPIRED, day).done();
    }

    /** It goes on, and ends on {@code day}. */
    public SubscriptionContract ending(LocalDate day, @Nullable String reason) {
        return edit().cancelsOn(day).cancelReason(reason).nextBillOn(billIfEnding(day)).done();
    }

    /** It goes on without an end, from the first day that is not billed yet. */
    public SubscriptionContract continued() {
        var next = edit().cancelsOn(null).cancelReason(null);
        return unbilled() ? next.done() : next.billedNextOn(firstUnbilled()).done();
    }

    /** Another system billed it before {@code day}; from then on it is billed here. */
    SubscriptionContract billedElsewhere(
            LocalDate start, LocalDate anchor, int term, LocalDate day) {
        return edit().startedOn(start)
                .anchorOn(anchor)
                .billedUntil(day)
                .nextTerm(term)
                .nextBillOn(day)
                .setupFeeBilled()
                .done();
    }

    SubscriptionEdit edit() {
        return new SubscriptionEdit(this);
    }

    /**
     * Whether only what is paid once may be billed next, ahead of a period that is billed when it
     * is over.
     */
    boolean opens() {
        return arrears() && nextBillOn != null && !nextBillOn.isAfter(nextTermStart());
    }

    /** Whether its periods are billed when they are over. */
    boolean arrears() {
        return chargedIn == ChargeTime.ARREARS;
    }

    /** Whether days before {@code day} wait for the end of their period to be billed. */
    boolean owes(LocalDate day) {
        return arrears() && phase == SubscriptionPhase.LIVE && firstUnbilled().isBefore(day);
    }

    /** The first day that is paid for: that of the subscription, or the first after its trial. */
    LocalDate paidFrom() {
        return trial != null && trial.endsOn().isAfter(startedOn) ? trial.endsOn() : startedOn;
    }

    /** The first day that is not billed yet, as far as periods go. */
    LocalDate firstUnbilled() {
        return billedUntil != null ? billedUntil : nextTermStart();
    }

    LocalDate nextTermStart() {
        var start = BillingDates.date(anchorOn, interval, nextTerm);
        return start.isBefore(paidFrom()) ? paidFrom() : start;
    }

    private SubscriptionEdit over(SubscriptionPhase end, LocalDate day) {
        return edit().phase(end)
                .endedOn(day)
                .nextBillOn(billIfEnding(day))
                .pausedOn(null)
                .schedule(Schedule.NONE);
    }

    /** Nothing is billed while it is paused, nor while what it owes was given up. */
    private boolean unbilled() {
        return phase == SubscriptionPhase.PAUSED || collection == CollectionState.UNPAID;
    }

    private @Nullable LocalDate billIfEnding(LocalDate end) {
        if (unbilled()) {
            return null;
        }
        if (!firstUnbilled().isBefore(end)) {
            return null;
        }
        if (arrears()) {
            return nextBillOn != null && nextBillOn.isBefore(end) ? nextBillOn : end;
        }
        return nextBillOn != null ? nextBillOn : nextTermStart();
    }
}
