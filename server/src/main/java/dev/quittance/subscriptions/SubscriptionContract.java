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
        if (billedUntil == null) {
            return null;
        }
        var from = BillingDates.date(anchorOn, interval, Math.max(nextTerm - 1, 0));
        var first = from.isBefore(startedOn) ? startedOn : from;
        return first.isBefore(billedUntil) ? Period.of(new Days(first, billedUntil)) : null;
    }

    public @Nullable LocalDate nextInvoiceOn() {
        return nextBillOn;
    }

    /** The day on which its next period begins. */
    LocalDate nextTermStart() {
        return BillingDates.date(anchorOn, interval, nextTerm);
    }

    /** The day of its next invoice when it ends on {@code end}: only unbilled days bring another. */
    @Nullable LocalDate nextBillIfEnding(LocalDate end) {
        var next = nextTermStart();
        return next.isBefore(end) ? next : null;
    }
}
