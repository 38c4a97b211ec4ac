package dev.quittance.subscriptions;

import dev.quittance.platform.Days;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A period of a subscription that is due to be billed.
 *
 * <p>Without charges it is passed over in silence: the customer pays nothing, or is not to be
 * billed for these days. Advance it all the same.
 *
 * @param period the whole period, of which the charges may bill a part
 * @param dueOn the day on which it is to be billed; what is due on one day can share an invoice
 * @param billedUntil days before this one are billed, or passed over, with it; null when none are
 * @param term which period from the anchor this is
 * @param nextTerm the one after it
 * @param nextBillOn the day the one after it is due; null when there is none
 * @param setupFeeSettled whether the setup fee is behind us with this period
 * @param coupons redemptions that this period uses up one term of
 * @param fault why it can't be billed, in words; null when it can. Don't advance it then
 */
public record DueTerm(
        UUID subscription,
        UUID customer,
        UUID billingGroup,
        String currency,
        List<ItemCharge> charges,
        Days period,
        LocalDate dueOn,
        @Nullable LocalDate billedUntil,
        int term,
        int nextTerm,
        @Nullable LocalDate nextBillOn,
        boolean setupFeeSettled,
        @Nullable String fault,
        List<UUID> coupons) {

    /** The items that are billed once, and are with this. */
    List<UUID> once() {
        return charges.stream()
                .filter(charge -> charge.kind() == ChargeKind.ADDON && charge.period() == null)
                .map(charge -> Objects.requireNonNull(charge.item()))
                .toList();
    }

    /** The same, using up a term of these coupons. */
    DueTerm using(List<UUID> redemptions) {
        return new DueTerm(
                subscription,
                customer,
                billingGroup,
                currency,
                charges,
                period,
                dueOn,
                billedUntil,
                term,
                nextTerm,
                nextBillOn,
                setupFeeSettled,
                fault,
                redemptions);
    }

    /** Whether it bills what is paid once, ahead of a period that is billed when it is over. */
    boolean opening() {
        return nextTerm == term;
    }

    /** Whether there is nothing to bill. */
    public boolean silent() {
        return charges.isEmpty();
    }
}
