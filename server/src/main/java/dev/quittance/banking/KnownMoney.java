package dev.quittance.banking;

import java.time.LocalDate;
import java.util.UUID;

/** Money of an entry's amount that the books know of already. */
sealed interface KnownMoney {

    /** A refund of this amount that staff is to send. */
    record WaitingRefund(UUID refund, UUID customer, String customerName) implements KnownMoney {}

    /**
     * A payment that an earlier entry of this amount became.
     *
     * @param sameId both bear the payer's reference
     */
    record BookedPayment(UUID payment, UUID customer, LocalDate bookedOn, boolean sameId)
            implements KnownMoney {}

    /**
     * A payment of this amount that staff confirmed by hand and no entry is yet.
     *
     * @param byAccount the customer has paid from the entry's account before
     */
    record RecordedPayment(
            UUID payment,
            String number,
            UUID customer,
            String customerName,
            LocalDate paidOn,
            boolean byAccount)
            implements KnownMoney {}

    /**
     * A payout of this amount that no entry is yet.
     *
     * @param named the entry bears the gateway's name or reference
     */
    record SentPayout(
            UUID payout, String gateway, String reference, LocalDate sentOn, boolean named)
            implements KnownMoney {}
}
