package dev.quittance.payments;

import java.time.LocalDate;
import org.joda.money.Money;

/**
 * A dispute as its gateway tells of it now.
 *
 * @param reference the gateway's own, never that of another dispute
 * @param charge the charge that the payer disputes, as the gateway named it to us
 * @param amount what the payer's bank took back, above zero; never changes
 * @param fee what the gateway keeps for it now, at most what it kept at first
 * @param evidenceDueOn the last day on which evidence is taken
 */
public record GatewayDispute(
        String reference,
        String charge,
        Money amount,
        Money fee,
        DisputeReason reason,
        State state,
        LocalDate evidenceDueOn) {

    /** How far the payer's bank is. */
    public enum State {
        NEEDS_RESPONSE,
        UNDER_REVIEW,
        /** The money came back. */
        WON,
        /** The payer keeps it. */
        LOST
    }
}
