package dev.quittance.payments;

import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.Money;

/**
 * A refund that is about to begin.
 *
 * @param method the card that paid, or how staff will send the money
 * @param methodLabel the card, or how staff will send the money in words
 */
public record NewRefund(
        UUID id,
        Payment payment,
        Money amount,
        PaymentMethodKind method,
        String methodLabel,
        String reason,
        LocalDate begunOn) {

    /** Whether the gateway that took the money sends it back. */
    boolean byGateway() {
        return method == PaymentMethodKind.CARD;
    }
}
