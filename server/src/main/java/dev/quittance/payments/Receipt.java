package dev.quittance.payments;

import dev.quittance.invoicing.DocumentParty;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** All that a receipt shows, as it was when the payment succeeded. */
record Receipt(
        String number,
        UUID customer,
        UUID seller,
        DocumentParty buyer,
        Money amount,
        PaymentMethodKind method,
        String methodLabel,
        LocalDate paidOn,
        @Nullable LocalDate valueOn,
        PaymentPurpose purpose,
        List<Paid> paid) {

    /** An invoice that was paid with it, in whole or in part. */
    record Paid(String number, LocalDate issuedOn, long totalMinor, long paidMinor) {}

    /** What paid nothing and became account credit. */
    Money credit() {
        return amount.minusMinor(paid.stream().mapToLong(Paid::paidMinor).sum());
    }
}
