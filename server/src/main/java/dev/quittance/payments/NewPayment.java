package dev.quittance.payments;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A payment that is about to begin.
 *
 * @param credit account credit that is used before this money
 * @param targets the invoices it is meant for, in the order in which they are paid; none for a
 *     top-up, and for what is posted only with its success
 */
public record NewPayment(
        UUID id,
        UUID customer,
        Money amount,
        Money credit,
        PaymentMethodKind method,
        String methodLabel,
        LocalDate paidOn,
        @Nullable LocalDate valueOn,
        List<UUID> targets,
        PaymentPurpose purpose) {

    public NewPayment {
        targets = List.copyOf(targets);
    }

    /** Money for no invoice tops up the account. */
    public NewPayment(
            UUID id,
            UUID customer,
            Money amount,
            Money credit,
            PaymentMethodKind method,
            String methodLabel,
            LocalDate paidOn,
            @Nullable LocalDate valueOn,
            List<UUID> targets) {
        this(
                id,
                customer,
                amount,
                credit,
                method,
                methodLabel,
                paidOn,
                valueOn,
                targets,
                targets.isEmpty() ? PaymentPurpose.TOP_UP : PaymentPurpose.INVOICES);
    }
}
