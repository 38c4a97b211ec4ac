package dev.quittance.ledger;

import dev.quittance.platform.Days;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A movement of money that is to be booked.
 *
 * @param amountMinor above zero, in the currency's smallest unit
 * @param sourceKind the document it comes from, {@code INVOICE}
 * @param part tells apart transfers of one source for one reason; together they are booked once
 */
public record NewTransfer(
        UUID customer,
        String currency,
        Account debit,
        Account credit,
        long amountMinor,
        String reason,
        String sourceKind,
        UUID sourceId,
        int part,
        LocalDate bookedOn,
        @Nullable Days servicePeriod) {

    public NewTransfer {
        if (amountMinor <= 0) {
            throw new IllegalArgumentException("A transfer's amount must be above zero.");
        }
        if (debit == credit) {
            throw new IllegalArgumentException("A transfer needs two accounts.");
        }
    }

    /** By how much it raises what the customer owes. */
    long receivableMinor() {
        return amountMinor * Account.receivable(debit, credit);
    }

    /** By how much it raises the customer's account credit. */
    long creditMinor() {
        return amountMinor * Account.customerCredit(debit, credit);
    }
}
