package dev.quittance.subscriptions;

import dev.quittance.catalog.ChargeTime;
import dev.quittance.catalog.Interval;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes of a subscription what it becomes: whatever is not named stays as it is. */
final class SubscriptionEdit {
    private final SubscriptionContract of;
    private UUID plan;
    private SubscriptionPhase phase;
    private CollectionState collection;
    private Interval interval;
    private LocalDate startedOn;
    private LocalDate anchorOn;
    private @Nullable Integer billingDay;
    private int leadDays;
    private ChargeTime chargedIn;
    private @Nullable LocalDate billedUntil;
    private int nextTerm;
    private @Nullable LocalDate nextBillOn;
    private boolean setupFeeBilled;
    private @Nullable LocalDate minimumTermEndsOn;
    private @Nullable LocalDate cancelsOn;
    private @Nullable LocalDate expiresOn;
    private @Nullable LocalDate endedOn;
    private @Nullable String cancelReason;
    private @Nullable LocalDate pausedOn;
    private Schedule schedule;
    private @Nullable Trial trial;

    SubscriptionEdit(SubscriptionContract of) {
        this.of = of;
        plan = of.plan();
        phase = of.phase();
        collection = of.collection();
        interval = of.interval();
        startedOn = of.startedOn();
        anchorOn = of.anchorOn();
        billingDay = of.billingDay();
        leadDays = of.leadDays();
        chargedIn = of.chargedIn();
        billedUntil = of.billedUntil();
        nextTerm = of.nextTerm();
        nextBillOn = of.nextBillOn();
        setupFeeBilled = of.setupFeeBilled();
        minimumTermEndsOn = of.minimumTermEndsOn();
        cancelsOn = of.cancelsOn();
        expiresOn = of.expiresOn();
        endedOn = of.endedOn();
        cancelReason = of.cancelReason();
        pausedOn = of.pausedOn();
        schedule = of.schedule();
        trial = of.trial();
    }

    SubscriptionEdit plan(UUID id) {
        plan = id;
        return this;
    }

    SubscriptionEdit phase(SubscriptionPhase other) {
        phase = other;
        return this;
    }

    SubscriptionEdit collection(CollectionState other) {
        collection = other;
        return this;
    }

    SubscriptionEdit interval(Interval other) {
        interval = other;
        return this;
    }

    SubscriptionEdit startedOn(LocalDate day) {
        startedOn = day;
        return this;
    }

    SubscriptionEdit anchorOn(LocalDate day) {
        anchorOn = day;
        return this;
    }

    SubscriptionEdit billingDay(@Nullable Integer day) {
        billingDay = day;
        return this;
    }

    SubscriptionEdit leadDays(int days) {
        leadDays = days;
        return this;
    }

    SubscriptionEdit chargedIn(ChargeTime other) {
        chargedIn = other;
        return this;
    }

    /** Periods are counted from {@code day} or, where a billing day is agreed, from such a day. */
    SubscriptionEdit countedFrom(LocalDate day) {
        anchorOn = BillingDay.anchor(day, interval, billingDay);
        return this;
    }

    SubscriptionEdit billedUntil(@Nullable LocalDate day) {
        billedUntil = day;
        return this;
    }

    SubscriptionEdit nextTerm(int number) {
        nextTerm = number;
        return this;
    }

    SubscriptionEdit nextBillOn(@Nullable LocalDate day) {
        nextBillOn = day;
        return this;
    }

    /** The days from {@code day} on are billed next, ahead of them or after, as is agreed. */
    SubscriptionEdit billedNextOn(LocalDate day) {
        nextTerm = BillingDates.termOf(anchorOn, interval, day);
        nextBillOn = goesOn(day) ? dueOn(day) : null;
        return this;
    }

    SubscriptionEdit setupFeeBilled() {
        setupFeeBilled = true;
        return this;
    }

    SubscriptionEdit minimumTermEndsOn(@Nullable LocalDate day) {
        minimumTermEndsOn = day;
        return this;
    }

    SubscriptionEdit cancelsOn(@Nullable LocalDate day) {
        cancelsOn = day;
        return this;
    }

    SubscriptionEdit expiresOn(@Nullable LocalDate day) {
        expiresOn = day;
        return this;
    }

    SubscriptionEdit endedOn(@Nullable LocalDate day) {
        endedOn = day;
        return this;
    }

    SubscriptionEdit cancelReason(@Nullable String reason) {
        cancelReason = reason;
        return this;
    }

    SubscriptionEdit pausedOn(@Nullable LocalDate day) {
        pausedOn = day;
        return this;
    }

    SubscriptionEdit schedule(Schedule other) {
        schedule = other;
        return this;
    }

    SubscriptionEdit trial(@Nullable Trial other) {
        trial = other;
        return this;
    }

    SubscriptionContract done() {
        return new SubscriptionContract(
                of.id(),
                of.number(),
                of.customer(),
                of.billingGroup(),
                plan,
                of.currency(),
                phase,
                phase == SubscriptionPhase.LIVE ? collection : CollectionState.CLEAR,
                interval,
                startedOn,
                anchorOn,
                interval.ofMonths() ? billingDay : null,
                leadDays,
                chargedIn,
                billedUntil,
                nextTerm,
                nextBillOn,
                setupFeeBilled,
                minimumTermEndsOn,
                cancelsOn,
                expiresOn,
                endedOn,
                cancelReason,
                pausedOn,
                schedule,
                trial == null || phase == SubscriptionPhase.TRIAL ? trial : trial.charging(false),
                of.createdAt());
    }

    /** What is paid for first is billed on its first day. */
    private LocalDate dueOn(LocalDate day) {
        if (chargedIn == ChargeTime.ARREARS) {
            // Until then only what is paid once is due.
            return billedUntil == null && !setupFeeBilled ? day : endOf(nextTerm);
        }
        var paidFrom =
                trial != null && trial.endsOn().isAfter(startedOn) ? trial.endsOn() : startedOn;
        return day.isAfter(paidFrom) ? day.minusDays(leadDays) : day;
    }

    private LocalDate endOf(int term) {
        var end = BillingDates.date(anchorOn, interval, term + 1);
        if (cancelsOn != null && cancelsOn.isBefore(end)) {
            end = cancelsOn;
        }
        return expiresOn != null && expiresOn.isBefore(end) ? expiresOn : end;
    }

    private boolean goesOn(LocalDate day) {
        var beforeCancelled = cancelsOn == null || day.isBefore(cancelsOn);
        var beforeExpired = expiresOn == null || day.isBefore(expiresOn);
        return beforeCancelled && beforeExpired;
    }
}
