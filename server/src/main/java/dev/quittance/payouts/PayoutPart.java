package dev.quittance.payouts;

import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A charge, a refund or a dispute in a payout.
 *
 * @param payment that was charged
 * @param refund of it, where the part is one
 * @param refundReturned whether the part gives back what the refund had sent
 * @param dispute of it, where the part is about one
 * @param disputeWon whether the part gives back what the dispute had taken
 * @param gross what was charged; below zero what went or was taken back
 */
record PayoutPart(
        UUID payout,
        int position,
        UUID customer,
        UUID payment,
        @Nullable UUID refund,
        boolean refundReturned,
        @Nullable UUID dispute,
        boolean disputeWon,
        Money gross,
        Money fee) {

    /** What is left for the bank; below zero what is taken from it. */
    public Money net() {
        return gross.minus(fee);
    }
}
