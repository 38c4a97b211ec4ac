package dev.quittance.payments;

import dev.quittance.invoicing.DocumentParty;
import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * All that the document of a refund shows, as it was when the money went back.
 *
 * @param receipt the number of the receipt of the payment that is refunded
 */
record RefundPaper(
        String number,
        UUID customer,
        UUID seller,
        DocumentParty buyer,
        Money amount,
        PaymentMethodKind method,
        String methodLabel,
        String reason,
        LocalDate settledOn,
        @Nullable LocalDate valueOn,
        String receipt,
        LocalDate paidOn,
        Money paid) {}
