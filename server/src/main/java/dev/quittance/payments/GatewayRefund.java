package dev.quittance.payments;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A refund as a gateway knows it, whoever asked for it.
 *
 * @param charge the gateway's reference of the charge that took the money
 * @param key that we asked for it with; null or not ours where somebody else did
 * @param reason why, fit for the customer; null where nobody said
 */
public record GatewayRefund(
        String charge,
        Money amount,
        @Nullable String key,
        @Nullable String reason,
        RefundAnswer answer) {

    /** The gateway's own, never that of another refund. */
    public String reference() {
        return answer.reference();
    }
}
