package dev.quittance.invoicing;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * All that is unpaid of a customer in one currency.
 *
 * @param overdue how much of it is overdue
 * @param invoiceIds the oldest due first, at most 1,000
 */
public record Outstanding(
        CurrencyUnit currency,
        int count,
        Money total,
        LocalDate oldestDueOn,
        Money overdue,
        List<UUID> invoiceIds) {

    public Outstanding {
        invoiceIds = List.copyOf(invoiceIds);
    }
}
