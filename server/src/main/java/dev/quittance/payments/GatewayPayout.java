package dev.quittance.payments;

import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Money that a gateway sent to the bank, as it reports it.
 *
 * @param reference the gateway's own, never that of another payout
 * @param sentOn the day on which it was sent
 * @param parts the charges, refunds and disputes it consists of
 */
public record GatewayPayout(
        String reference, LocalDate sentOn, CurrencyUnit currency, List<Part> parts) {

    public GatewayPayout {
        parts = List.copyOf(parts);
    }

    /** What a part is about. */
    public enum Kind {
        CHARGE,
        REFUND,
        /** A refund that had been sent and came back. */
        REFUND_RETURNED,
        /** What a payer's bank took back, and the fee for it. */
        DISPUTE,
        /** What it gave back, the fee too if it did. */
        DISPUTE_WON
    }

    /**
     * A charge, a refund or a dispute.
     *
     * @param reference of the charge, the refund or the dispute, as the gateway named it to us
     * @param gross what was charged; below zero what was sent or taken back
     * @param fee what the gateway keeps; below zero what it gives back
     */
    public record Part(Kind kind, String reference, Money gross, Money fee) {}
}
