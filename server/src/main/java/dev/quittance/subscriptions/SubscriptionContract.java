package dev.quittance.subscriptions;

import dev.quittance.catalog.Interval;
import dev.quittance.platform.Days;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An agreement under which a customer pays for a plan.
 *
 * @param anchorOn billing dates are counted from this day
 * @param billedUntil days before this one have been billed; null before the first invoice
 * @param nextTerm which period from the anchor is billed next
 * @param nextBillOn the day its next invoice is due; null when there will be none
 * @param cancelsOn the first day that is no longer part of it, once it is to be cancelled
 * @param endedOn the first day on which it was over
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
        @Nullable LocalDate billedUntil,
        int nextTerm,
        @Nullable LocalDate nextBillOn,
        boolean setupFeeBilled,
        @Nullable LocalDate minimumTermEndsOn,
        @Nullable LocalDate cancelsOn,
        @Nullable LocalDate endedOn,
        @Nullable String cancelReason,
        Instant createdAt) {

    public SubscriptionStatus status() {
        return SubscriptionStatus.of(phase, collection, cancelsOn);
    }

    /** The period that has been billed last. */
    public @Nullable Period currentPeriod() {
        if (billedUntil == null || !startedOn.isBefore(billedUntil)) {
            return null;
        }
        var term = BillingDates.termOf(anchorOn, interval, billedUntil.minusDays(1));
        var from = BillingDates.date(anchorOn, interval, term);
        // What another system billed last began in a rhythm of its own.
        var ours = from.isBefore(billedUntil) && !from.isBefore(startedOn);
        return Period.of(new Days(ours ? from : startedOn, billedUntil));
    }

    public @Nullable LocalDate nextInvoiceOn() {
        return nextBillOn;
    }

    /** Its day has come. */
    SubscriptionContract begun() {
        return with(SubscriptionPhase.LIVE, nextTerm, nextBillOn, cancelsOn, null, cancelReason);
    }

    /** It is over from {@code day} on; days before it that are not billed yet still will be. */
    public SubscriptionContract ended(LocalDate day, @Nullable String reason) {
        return with(
                SubscriptionPhase.CANCELLED, nextTerm, billIfEnding(day), cancelsOn, day, reason);
    }

    /** It goes on, and ends on {@code day}. */
    public SubscriptionContract ending(LocalDate day, @Nullable String reason) {
        return with(phase, nextTerm, billIfEnding(day), day, null, reason);
    }

    /** It goes on without an end, from the first day that is not billed yet. */
    public SubscriptionContract continued() {
        var next = billedUntil != null ? billedUntil : nextTermStart();
        var term = BillingDates.termOf(anchorOn, interval, next);
        return with(phase, term, next, null, null, null);
    }

    /** Another system billed it before {@code day}; from then on it is billed here. */
    SubscriptionContract billedElsewhere(
            LocalDate start, LocalDate anchor, int term, LocalDate day) {
        return new SubscriptionContract(
                id,
                number,
                customer,
                billingGroup,
                plan,
                currency,
                phase,
                collection,
                interval,
                start,
                anchor,
                day,
                term,
                day,
                true,
                minimumTermEndsOn,
                cancelsOn,
                endedOn,
                cancelReason,
                createdAt);
    }

    private LocalDate nextTermStart() {
        return BillingDates.date(anchorOn, interval, nextTerm);
    }

    private @Nullable LocalDate billIfEnding(LocalDate end) {
        var next = nextBillOn != null ? nextBillOn : nextTermStart();
        return next.isBefore(end) ? next : null;
    }

    private SubscriptionContract with(
            SubscriptionPhase phase,
            int nextTerm,
            @Nullable LocalDate nextBillOn,
            @Nullable LocalDate cancelsOn,
            @Nullable LocalDate endedOn,
            @Nullable String cancelReason) {
        return new SubscriptionContract(
                id,
                number,
                customer,
                billingGroup,
                plan,
                currency,
                phase,
                phase == SubscriptionPhase.LIVE ? collection : CollectionState.CLEAR,
                interval,
                startedOn,
                anchorOn,
                billedUntil,
                nextTerm,
                nextBillOn,
                setupFeeBilled,
                minimumTermEndsOn,
                cancelsOn,
                endedOn,
                cancelReason,
                createdAt);
    }
}
