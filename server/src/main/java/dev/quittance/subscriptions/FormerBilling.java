package dev.quittance.subscriptions;

import java.time.LocalDate;
import java.util.UUID;

/**
 * How far another system had billed a subscription.
 *
 * @param nextBillOn the first day that is billed here
 */
public record FormerBilling(UUID subscription, LocalDate nextBillOn) {

    /**
     * Where a subscription stood before that was noted, so that it can be taken back.
     *
     * @param startedOn its first day then
     */
    public record Before(
            UUID subscription,
            LocalDate startedOn,
            LocalDate anchorOn,
            int nextTerm,
            LocalDate nextBillOn,
            boolean setupFeeBilled) {}

    /** The same subscription, billed from that day on and in that rhythm. */
    static SubscriptionContract applied(SubscriptionContract before, LocalDate day) {
        var term = BillingDates.termOf(before.anchorOn(), before.interval(), day);
        var inRhythm =
                BillingDates.date(before.anchorOn(), before.interval(), term).equals(day)
                        && !day.isBefore(before.anchorOn());
        return before.billedElsewhere(
                day.isBefore(before.startedOn()) ? day : before.startedOn(),
                inRhythm ? before.anchorOn() : day,
                inRhythm ? term : 0,
                day);
    }
}
